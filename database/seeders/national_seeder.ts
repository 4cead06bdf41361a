import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { insertRows } from '#database/fill'
import { readList } from '#database/tsv'

type HolidayColumn = 'day' | 'portion' | 'name' | 'kind' | 'basis'

/**
 * What holds in the whole country: the public holidays of law 2429 and the rules of the two clocks.
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
    const missing = RULES.filter(
      (rule) =>
        !kept.some(
          ({ clock, petition_kind: kind }) => clock === rule.clock && kind === rule.petition_kind
        )
    )
    await insertRows(this.client, 'deadline_rules', missing)
  }
}

/**
 * Law 3071 knows no rolling: the rule that a last day on a holiday moves on stands in the law on
 * administrative procedure (2577, art. 8) and is about going to court. We keep the earlier day.
 */
const RULES = [
  {
    clock: 'promise',
    petition_kind: null,
    days: 7,
    counted: 'calendar',
    rolls: true,
    reason: 'kayıt gününden sonra 7 gün',
    reason_en: '7 days after receipt',
    source: 'Açık Kapı: başvurular 7 gün içinde cevaplanır',
  },
  {
    clock: 'legal',
    petition_kind: null,
    days: 30,
    counted: 'calendar',
    rolls: false,
    reason: 'kayıt gününden sonra 30 gün',
    reason_en: '30 days after receipt',
    source: '3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun, madde 7',
  },
  {
    clock: 'legal',
    petition_kind: 'informationRequest',
    days: 15,
    counted: 'working',
    rolls: false,
    reason: 'kayıt gününden sonra 15 iş günü',
    reason_en: '15 working days after receipt',
    source: '4982 sayılı Bilgi Edinme Hakkı Kanunu, madde 11',
  },
]
