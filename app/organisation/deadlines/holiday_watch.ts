import { Catalogue } from '../catalogue.ts'
import { authorities } from '../addresses/site.ts'

const A_DAY = 24 * 3600 * 1000

interface Log {
  warn(data: object, message: string): void
}

/** Says in the log, at the start and then once a day, that a year has no holidays. */
export class HolidayWatch {
  #timer?: NodeJS.Timeout

  constructor(private readonly log: Log) {}

  start() {
    void this.look()
    this.#timer = setInterval(() => void this.look(), A_DAY)
    this.#timer.unref()
  }

  stop() {
    clearInterval(this.#timer)
  }

  async look() {
    // Without a database or an authority there is nothing to say; others say that.
    const catalogues = await everyCatalogue().catch(() => [])
    const years = catalogues.map(({ yearWithoutHolidays }) => yearWithoutHolidays)
    for (const year of new Set(years)) {
      if (year) this.log.warn({ year }, 'This year has no public holidays in the table holidays')
    }
  }
}

async function everyCatalogue() {
  const all = await authorities()
  return Promise.all(all.map(({ id }) => Catalogue.of(id)))
}
