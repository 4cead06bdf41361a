import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'

const COUNTED = {
  statements: ['Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_replace'],
  commits: ['Com_commit'],
  rows: [
    'Handler_read_first',
    'Handler_read_key',
    'Handler_read_last',
    'Handler_read_next',
    'Handler_read_prev',
    'Handler_read_rnd',
    'Handler_read_rnd_next',
  ],
  writes: ['Handler_write', 'Handler_update', 'Handler_delete'],
}
const NAMES = Object.values(COUNTED)
  .flat()
  .map((name) => `'${name}'`)
export type Counts = Record<keyof typeof COUNTED, number>

/** The measurement's own look at the database: what the server has counted, and bulk filling. */
export class Database {
  readonly pool: Pool

  constructor(settings: Record<string, string>, connections = 40) {
    this.pool = createPool({
      host: settings.DB_HOST,
      port: Number(settings.DB_PORT),
      socketPath: settings.DB_SOCKET || undefined,
      user: settings.DB_USER,
      password: settings.DB_PASSWORD,
      database: settings.DB_DATABASE,
      connectionLimit: connections,
      multipleStatements: false,
    })
  }

  /** What the server did while `work` ran. Asking twice costs a few counts, which are taken off. */
  async count(work: () => Promise<unknown>): Promise<Counts> {
    const idle = diff(await this.#status(), await this.#status())
    const before = await this.#status()
    await work()
    const spent = diff(before, await this.#status())
    return Object.fromEntries(
      Object.entries(spent).map(([key, value]) => [key, value - idle[key as keyof Counts]])
    ) as Counts
  }

  /** So many more petitions, four fifths concluded, each by a step, spread over units and two years. */
  async fill(petitions: number) {
    const [[first]] = await this.pool.query<RowDataPacket[]>('select * from petitions limit 1')
    if (!first) throw new Error('fill needs one petition to copy')
    const CHUNK = 10_000
    for (let from = 0; from < petitions; from += CHUNK) {
      await this.pool.query(
        `insert into petitions (authority_id, number, secret_digest, kind, channel, stage, unit_id,
           unit_since, subject_id, text, place, locale, received_at, due_on,
           promise_reckoning_id, legal_due_on, legal_reckoning_id, outcome, concluded_at, notice_version, position, returns, version)
         select authority_id, lpad(900000000 + s.seq, 10, '0'), secret_digest, kind, channel,
           if(s.seq % 5 < 4, 'concluded', elt(1 + s.seq div 5 % 4, 'received', 'routed', 'inProgress', 'awaitingApproval')),
           unit_id, unit_since, subject_id, text, place, locale,
           received_at - interval s.seq % 730 day, due_on - interval s.seq % 730 day,
           promise_reckoning_id, legal_due_on, legal_reckoning_id, if(s.seq % 5 < 4, 'granted', null),
           if(s.seq % 5 < 4, received_at - interval s.seq % 730 day + interval 4 day, null),
           notice_version, position, returns, version
         from petitions, (select seq + ${from} as seq from seq_1_to_${CHUNK}) s
         where petitions.id = ?`,
        [first.id]
      )
    }
    await this.pool.query(
      `insert into steps (petition_id, position, kind, stage, unit_id, outcome, taken_at)
       select id, position + 1, 'concluded', 'concluded', unit_id, outcome, concluded_at
       from petitions where number like '09%' and outcome is not null`
    )
    await this.pool.query('analyze table petitions, steps')
  }

  /** So many more messages of today and the month before, of which so many did not arrive. */
  async fillMessages(messages: number, missed: number) {
    const [[first]] = await this.pool.query<RowDataPacket[]>(
      'select * from messages where missed_at is not null limit 1'
    )
    if (!first) throw new Error('fillMessages needs one missed message to copy')
    await this.pool.query(
      `insert into messages (authority_id, petition_id, step_id, event, channel, locale, recipient,
         recipient_index, version, state, placeholders, attempts, final_at, missed_at, expires_at,
         created_at)
       select authority_id, petition_id, step_id, event, channel, locale, recipient, recipient_index,
         1 + s.seq, if(s.seq <= ?, 'undeliverable', 'delivered'), placeholders, 1,
         final_at - interval s.seq % 720 hour,
         if(s.seq <= ?, final_at - interval s.seq minute, null), expires_at, created_at
       from messages, (select seq from seq_1_to_${messages}) s where messages.id = ?`,
      [missed, missed, first.id]
    )
    await this.pool.query('analyze table messages')
  }

  /** How often the log was written, and synced, as every commit's is. */
  async syncs(): Promise<number> {
    const [[row]] = await this.pool.query<RowDataPacket[]>(
      "show global status like 'Innodb_log_writes'"
    )
    return Number(row!.Value)
  }

  close() {
    return this.pool.end()
  }

  async #status() {
    const [rows] = await this.pool.query<RowDataPacket[]>(
      `show global status where variable_name in (${NAMES})`
    )
    const values = new Map(rows.map((row) => [row.Variable_name as string, Number(row.Value)]))
    return Object.fromEntries(
      Object.entries(COUNTED).map(([key, names]) => [
        key,
        names.reduce((sum, name) => sum + (values.get(name) ?? 0), 0),
      ])
    ) as Counts
  }
}

function diff(before: Counts, after: Counts) {
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, value - before[key as keyof Counts]])
  ) as Counts
}
