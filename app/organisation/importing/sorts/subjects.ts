import { folded } from '#shared/folded_text'
import type { Form, Words } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { Heading, Subject } from '../../models/subject.ts'
import { Unit } from '../../models/unit.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { keepRow } from './keep_row.ts'
import { YES_OR_NO } from './matched.ts'
import { PETITION_KIND as KIND } from './petition_kinds.ts'

interface Said {
  code: string
  headingId: number
  name: string
  nameEn: string | null
  unitId: number | null
  kind: string
  sensitive: boolean
  joinable: boolean
  keywords: string | null
}

const CODE = /^[a-z\d._-]{2,60}$/
const { subjects: MAX } = LONGEST

/** Konular: under headings that are there, with the unit that usually answers. */
export const SUBJECTS: ListInFile = {
  title: 'Konular',
  thing: 'subject',
  permission: 'subjects.manage',
  columns: [
    { field: 'code', title: 'Kod' },
    { field: 'heading', title: 'Konu başlığı' },
    { field: 'name', title: 'Ad' },
    { field: 'nameEn', title: 'İngilizce ad', optional: true },
    { field: 'unit', title: 'Birim', optional: true },
    { field: 'kind', title: 'Tür' },
    { field: 'sensitive', title: 'Özel nitelikli', optional: true },
    { field: 'joinable', title: 'Herkese açık', optional: true },
    { field: 'keywords', title: 'Anahtar kelimeler', optional: true },
  ],
  open: (hand) => openSubjects(hand) as never,
}

async function openSubjects({
  officer: { authorityId },
  trx: reading,
}: Hand): Promise<Book<Subject, Said>> {
  const own = { authority_id: authorityId }
  const client = { client: reading }
  const rows = await Subject.query(client).where(own).orderBy('id')
  const headings = await Heading.query(client).where(own).orderBy('position')
  const units = await Unit.query(client).where(own).orderBy('id')
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const byName = new Map(headings.map((row) => [folded(row.name), row]))
  const unitsByCode = new Map(units.map((row) => [row.code, row]))
  const nameOf = new Map(headings.map(({ id, name }) => [id, name]))
  const codeOf = new Map(units.map(({ id, code }) => [id, code]))

  const wordsOf = (row: Subject | Said): Words => ({
    code: row.code,
    heading: nameOf.get(row.headingId) ?? '',
    name: row.name,
    nameEn: row.nameEn ?? '',
    unit: row.unitId === null ? '' : codeOf.get(row.unitId)!,
    kind: KIND.wordOf(row.kind),
    sensitive: YES_OR_NO.wordOf(row.sensitive ? 'yes' : 'no'),
    joinable: YES_OR_NO.wordOf(row.joinable ? 'yes' : 'no'),
    keywords: row.keywords ?? '',
  })
  return {
    rows: rows.filter(({ closedOn }) => !closedOn),
    keyOf: ({ code = '' }) => ({ field: 'code', key: folded(code) }),
    find: ({ code = '' }) => byCode.get(folded(code)),
    wordsOf,
    read(form, found) {
      if (found?.closedOn) form.wrong('code', 'closed')
      return { ...readWords(form), headingId: readHeading(form), unitId: readUnit(form, found) }
    },
    factsOf(row) {
      const said = (is: boolean) => (is ? 'yes' : 'no')
      const marks = { sensitive: said(row.sensitive), joinable: said(row.joinable) }
      return { ...wordsOf(row), kind: row.kind, ...marks }
    },
    nameOf: ({ name }) => name,
    write: (said, found, trx) => keepRow(found ?? new Subject().merge({ authorityId }), said, trx),
    async remove(id, trx) {
      await Subject.query({ client: trx })
        .where({ id, ...own })
        .delete()
    },
  }

  function readHeading(form: Form) {
    const name = form.line('heading', { max: MAX.name, required: true })
    const heading = name && byName.get(folded(name))
    if (name && !heading) form.wrong('heading', 'heading')
    else if (heading && heading.closedOn) form.wrong('heading', 'closedPlace')
    return heading ? heading.id : 0
  }

  /** Whoever has closed meanwhile may stay where it stands, and is given no new subject. */
  function readUnit(form: Form, found: Subject | undefined) {
    const code = folded(form.text('unit')).toUpperCase()
    if (!code) return null
    const unit = unitsByCode.get(code)
    if (!unit) form.wrong('unit', 'nobody')
    else if (unit.closedOn && unit.id !== found?.unitId) form.wrong('unit', 'closed')
    return unit?.id ?? null
  }
}

function readWords(form: Form) {
  const sensitive = form.as('sensitive', YES_OR_NO) === 'yes'
  const joinable = form.as('joinable', YES_OR_NO) === 'yes'
  if (sensitive && joinable) form.wrong('joinable', 'sensitive')
  const code = { parse: (text: string) => (CODE.test(folded(text)) ? folded(text) : null) }
  return {
    code: form.as('code', code, { required: true, wrong: 'subjectCode' }),
    name: form.line('name', { max: MAX.name, required: true }),
    nameEn: form.line('nameEn', { max: MAX.name_en }),
    kind: form.as('kind', KIND, { required: true }) as string,
    ...{ sensitive, joinable },
    keywords: form.multiline('keywords', { max: MAX.keywords }),
  }
}
