import db from '@adonisjs/lucid/services/db'

const COUNTED = [
  ...['first', 'key', 'last', 'next', 'prev', 'rnd', 'rnd_next'].map(
    (how) => `Handler_read_${how}`
  ),
  'Handler_tmp_write',
]

/**
 * How many rows MariaDB reads and writes aside, one piece of work after the other. Nobody else may
 * ask it anything meanwhile.
 */
export class RowCounts {
  static async begin() {
    const counts = new RowCounts()
    await counts.#look()
    // Asking costs the same each time.
    counts.#own = await counts.#look()
    return counts
  }

  #before = { read: 0, aside: 0 }
  #own = { read: 0, aside: 0 }

  /** Since the last time that it was asked. */
  async since() {
    const { read, aside } = await this.#look()
    return { read: read - this.#own.read, aside: aside - this.#own.aside }
  }

  async #look() {
    const names = COUNTED.map((name) => `'${name}'`).join(', ')
    const [rows] = await db.rawQuery(`show global status where variable_name in (${names})`)
    const values = rows as { Variable_name: string; Value: string }[]
    const sum = (some: RegExp) =>
      values.reduce((all, row) => all + (some.test(row.Variable_name) ? Number(row.Value) : 0), 0)
    const now = { read: sum(/read/), aside: sum(/write/) }
    const spent = { read: now.read - this.#before.read, aside: now.aside - this.#before.aside }
    this.#before = now
    return spent
  }
}
