import { BaseSeeder } from '@adonisjs/lucid/seeders'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { insertRows, isEmpty } from '#database/fill'
import { readList } from '#database/tsv'
import { stamp } from '#shared/dates/stored'

type UnitColumn = 'code' | 'name' | 'short_name' | 'kind' | 'competence'
type SubjectColumn =
  | 'code'
  | 'heading'
  | 'heading_en'
  | 'office_only'
  | 'name'
  | 'name_en'
  | 'unit'
  | 'kind'
  | 'sensitive'
  | 'keywords'
type QuestionColumn =
  | 'subject'
  | 'label'
  | 'label_en'
  | 'help'
  | 'help_en'
  | 'field'
  | 'choices'
  | 'choices_en'
  | 'required_at'

/** A row of `authorities` as far as its lists depend on it. */
interface AuthorityRow {
  id: number
  name: string
  address: string | null
  metropolitan: boolean | number
  kind: string
}

/**
 * What an authority begins with: its units, headings, subjects and the first privacy notice. A
 * list that has rows is the authority's own from then on and is left alone.
 */
export default class AuthoritySeeder extends BaseSeeder {
  async run() {
    for (const authority of await this.client.from('authorities').orderBy('id')) {
      await this.client.transaction((trx) => seedAuthority(authority, trx))
    }
  }
}

export async function seedAuthority(authority: AuthorityRow, client: QueryClientContract) {
  await units(authority, client)
  await subjects(authority, client)
  await privacyNotice(authority, client)
  await readyTexts(authority, client)
}

/**
 * Metropolitan provinces have no union for services to villages (law 6360): the municipality
 * looks after their roads and water.
 */
const VILLAGE_UNION = 'KHGB'
const MUNICIPALITY = 'BEL'

/** A governorate's offices are the province's, which go by other names than a district's. */
function named(name: string, kind: string) {
  if (kind !== 'province') return name
  return name === 'Mal Müdürlüğü' ? 'Defterdarlık' : name.replace('İlçe ', 'İl ')
}

async function units({ id, kind, metropolitan }: AuthorityRow, client: QueryClientContract) {
  if (!(await isEmpty(client, 'units', id))) return
  const rows = readList<UnitColumn>('units')
    .filter(({ code }) => !metropolitan || code !== VILLAGE_UNION)
    .map((unit) => ({
      authority_id: id,
      ...unit,
      name: named(unit.name, kind),
      short_name: named(unit.short_name, kind),
    }))
  await insertRows(client, 'units', rows)
}

async function subjects({ id }: AuthorityRow, client: QueryClientContract) {
  if (!(await isEmpty(client, 'headings', id))) return
  const list = readList<SubjectColumn>('subjects')

  const first = new Map(list.toReversed().map((subject) => [subject.heading, subject]))
  const names = [...new Set(list.map(({ heading }) => heading))]
  const headings = names.map((name, at) => ({
    authority_id: id,
    name,
    name_en: first.get(name)!.heading_en,
    office_only: first.get(name)!.office_only === '1',
    position: at + 1,
  }))
  await insertRows(client, 'headings', headings)

  const headingIds = await idsBy('name', 'headings', id, client)
  const unitIds = await idsBy('code', 'units', id, client)
  const rows = list.map(({ heading, heading_en, office_only, unit, sensitive, ...subject }) => ({
    authority_id: id,
    heading_id: headingIds.get(heading)!,
    unit_id: unitIds.get(unit) ?? (unit === VILLAGE_UNION ? unitIds.get(MUNICIPALITY)! : null),
    sensitive: sensitive === '1',
    ...subject,
  }))
  await insertRows(client, 'subjects', rows)
  await questions(id, client)
}

/** Of subjects about which nothing can be done without knowing more. */
async function questions(authorityId: number, client: QueryClientContract) {
  const subjectIds = await idsBy('code', 'subjects', authorityId, client)
  const rows = readList<QuestionColumn>('subject_questions').map(
    ({ subject, help, help_en, choices, choices_en, ...question }, at) => ({
      authority_id: authorityId,
      subject_id: subjectIds.get(subject)!,
      position: at + 1,
      help: help || null,
      help_en: help_en || null,
      choices: choices.replaceAll('|', '\n') || null,
      choices_en: choices_en.replaceAll('|', '\n') || null,
      ...question,
    })
  )
  await insertRows(client, 'subject_questions', rows)
}

/** What answers are written with most often; the chief changes them as the office speaks. */
async function readyTexts({ id }: AuthorityRow, client: QueryClientContract) {
  if (!(await isEmpty(client, 'ready_texts', id))) return
  const subjectIds = await idsBy('code', 'subjects', id, client)
  const paragraphs = (text: string) => text.replaceAll('|', '\n\n')
  const rows = readList<'subject' | 'title' | 'text' | 'text_en'>('ready_texts').map((one) => ({
    ...{ authority_id: id, subject_id: subjectIds.get(one.subject) ?? null, title: one.title },
    ...{ text: paragraphs(one.text), text_en: paragraphs(one.text_en) || null },
    entered_at: stamp(DateTime.utc()),
  }))
  await insertRows(client, 'ready_texts', rows)
}

async function privacyNotice(authority: AuthorityRow, client: QueryClientContract) {
  if (!(await isEmpty(client, 'privacy_notices', authority.id))) return
  const controller = [authority.name, authority.address].filter(Boolean).join(', ')
  const paragraphs = readList<'locale' | 'paragraph'>('privacy_notice')
  const rows = ['tr', 'en'].map((locale) => ({
    authority_id: authority.id,
    version: 1,
    locale,
    text: paragraphs
      .filter((row) => row.locale === locale)
      .map((row) => row.paragraph)
      .join('\n\n')
      .replaceAll('{controller}', controller),
    published_at: stamp(DateTime.utc()),
  }))
  await insertRows(client, 'privacy_notices', rows)
}

async function idsBy(
  column: 'name' | 'code',
  table: string,
  authorityId: number,
  client: QueryClientContract
) {
  const rows = await client.from(table).where('authority_id', authorityId).select('id', column)
  return new Map<string, number>(rows.map((row) => [row[column], row.id]))
}
