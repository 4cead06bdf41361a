import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { insertRows } from '#database/fill'
import { missingFrom } from '#database/national_rules'
import { readList } from '#database/tsv'

type HolidayColumn = 'day' | 'portion' | 'name' | 'kind' | 'basis'

/**
 * What holds in the whole country: the public holidays of law 2429 and the rules of the clocks.
 * A year or a clock that has rows is left alone, so that corrections stay when this runs again.
 */
export default class NationalSeeder extends BaseSeeder {
  async run() {
    await this.holidays()
    await this.deadlineRules()
  }

  private async holidays() {
    const kept = await this.client.from('holidays').whereNull('authority_id').select('day')
    const years = new Set(kept.map(({ day }) => new Date(day).getUTCFullYear()))
    const missing = readList<HolidayColumn>('holidays').filter(
      ({ day }) => !years.has(Number(day.slice(0, 4)))
    )
    await insertRows(this.client, 'holidays', missing)
  }

  private async deadlineRules() {
    const kept = await this.client.from('deadline_rules').whereNull('authority_id')
    await insertRows(this.client, 'deadline_rules', missingFrom(kept))
  }
}
