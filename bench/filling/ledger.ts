import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Batch } from '#tests/support/databases/crowd/fates'

/** How far a crowd has come that grows piece by piece, in a table of its own beside it. */
export class Ledger {
  static async open(client: QueryClientContract) {
    await client.rawQuery(
      `create table if not exists crowd_ledger (done integer not null, batch text, indexes text)`
    )
    if (!(await client.from('crowd_ledger').first())) {
      await client.table('crowd_ledger').insert({ done: 0 })
    }
    const row = await client.from('crowd_ledger').firstOrFail()
    return new Ledger(client, Number(row.done), read(row.batch), read(row.indexes) ?? [])
  }

  private constructor(
    private readonly client: QueryClientContract,
    /** So many petitions are there. */
    public done: number,
    /** What was begun and has not come to its end. */
    public batch: Batch | undefined,
    /** The statements that give back the indexes that were taken away. */
    public indexes: string[]
  ) {}

  async begin(batch: Batch) {
    this.batch = batch
    await this.#keep({ batch: JSON.stringify(batch) })
    return batch
  }

  lift(indexes: string[]) {
    this.indexes = indexes
    return this.#keep({ indexes: JSON.stringify(indexes) })
  }

  /** In the transaction that writes them. */
  reach(done: number, client: QueryClientContract) {
    this.done = done
    return this.#keep({ done }, client)
  }

  async end() {
    this.batch = undefined
    this.indexes = []
    await this.#keep({ batch: null, indexes: null })
  }

  async #keep(changes: object, client = this.client) {
    await client.from('crowd_ledger').update(changes)
  }
}

function read(text: string | null) {
  return text ? JSON.parse(text) : undefined
}
