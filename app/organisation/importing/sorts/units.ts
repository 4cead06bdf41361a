import { DateTime } from 'luxon'
import { folded } from '#shared/folded_text'
import type { Form, Words } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { Unit } from '../../models/unit.ts'
import { UnitName } from '../../models/unit_name.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { keepRow } from './keep_row.ts'
import { parentsFirst } from './parents_first.ts'
import { Matched } from './matched.ts'

interface Said {
  code: string
  name: string
  shortName: string
  kind: string
  parentCode: string | null
  phone: string | null
  email: string | null
  competence: string | null
}

const KIND = new Matched({ internal: 'İç birim', external: 'Dış kurum', bureau: 'Büro' })
const CODE = /^[A-Z\d]{2,20}$/
const { units: MAX } = LONGEST
/** Of a desk as well, which no text reaches: 0266 373 10 10, 444 0 123, 112. */
const TELEPHONE = new RegExp(`^[+\\d][\\d ()/.-]{2,${MAX.phone - 1}}$`)

/** Birimler: those that work; closing one asks more than a file can say. */
export const UNITS: ListInFile = {
  title: 'Birimler',
  thing: 'unit',
  permission: 'units.manage',
  columns: [
    { field: 'code', title: 'Kod' },
    { field: 'name', title: 'Ad' },
    { field: 'shortName', title: 'Kısa ad' },
    { field: 'kind', title: 'Tür' },
    { field: 'parent', title: 'Üst birim', optional: true },
    { field: 'phone', title: 'Telefon', optional: true },
    { field: 'email', title: 'E-posta', optional: true },
    { field: 'competence', title: 'Görev alanı', optional: true },
  ],
  open: (hand, lines) => openUnits(hand, lines) as never,
}

async function openUnits(
  { officer: { authorityId }, trx: reading }: Hand,
  lines: readonly Words[] = []
): Promise<Book<Unit, Said>> {
  const rows = await Unit.query({ client: reading })
    .where('authority_id', authorityId)
    .orderBy('id')
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  /** The parent of each unit as it would be then. */
  const parents = new Map(rows.map((row) => [row.code, parentOf(row)]))
  for (const { code = '', parent } of lines) {
    if (parent !== undefined || !byCode.has(asCode(code))) {
      parents.set(asCode(code), asCode(parent ?? ''))
    }
  }
  function parentOf(row: Unit | Said) {
    if ('parentCode' in row) return row.parentCode ?? ''
    return row.parentId ? codes.get(row.parentId)! : ''
  }
  const wordsOf = (row: Unit | Said): Words => ({
    code: row.code,
    name: row.name,
    shortName: row.shortName,
    kind: KIND.wordOf(row.kind),
    parent: parentOf(row),
    phone: row.phone ?? '',
    email: row.email ?? '',
    competence: row.competence ?? '',
  })
  return {
    rows: rows.filter(({ closedOn }) => !closedOn),
    keyOf: ({ code = '' }) => ({ field: 'code', key: asCode(code) }),
    find: ({ code = '' }) => byCode.get(asCode(code)),
    wordsOf,
    read(form, found) {
      const said = readUnit(form)
      if (found?.closedOn) form.wrong('code', 'closed')
      wrongWithKind(form, said.kind, found)
      wrongWithParent(form, said)
      const isTaken = rows.some(
        (one) => !one.closedOn && one.code !== said.code && one.name === said.name
      )
      if (isTaken) form.wrong('name', 'taken')
      return said
    },
    factsOf: (row) => ({ ...wordsOf(row), kind: row.kind }),
    nameOf: ({ name }) => name,
    inOrder: (said) => parentsFirst(said.map(({ code, parent }) => [asCode(code!), parent ?? ''])),
    async write({ parentCode, ...said }, found, trx) {
      const parentId = parentCode ? byCode.get(parentCode)!.id : null
      const row = found ?? new Unit().merge({ authorityId })
      const { name, shortName } = row
      await keepRow(row, { ...said, parentId }, trx)
      if (found && (row.name !== name || row.shortName !== shortName)) {
        // Papers that were given keep the name of their day.
        const old = { authorityId, unitId: row.id, name, shortName, until: DateTime.utc() }
        await UnitName.create(old, { client: trx })
      }
      byCode.set(row.code, row)
      return row
    },
    async remove(id, trx) {
      await Unit.query({ client: trx }).where({ id, authority_id: authorityId }).delete()
    },
  }

  function wrongWithParent(form: Form, { code, parentCode }: Said) {
    if (!parentCode) return
    const parent = byCode.get(parentCode)
    if (!parents.has(parentCode)) form.wrong('parent', 'nobody')
    else if (parent?.closedOn) form.wrong('parent', 'closed')
    else if (parentCode === code) form.wrong('parent', 'itself')
    else if (leadsBack(code)) form.wrong('parent', 'circle')
  }

  function leadsBack(code: string) {
    const seen = new Set<string>()
    for (let at = parents.get(code); at; at = parents.get(at)) {
      if (at === code) return true
      if (seen.has(at)) return false
      seen.add(at)
    }
    return false
  }
}

function wrongWithKind(form: Form, kind: string, found: Unit | undefined) {
  const isBureau = kind === 'bureau'
  if (isBureau !== (found?.isBureau ?? false)) form.wrong('kind', 'bureau')
  else if (found?.kind === 'internal' && kind === 'external') form.wrong('kind', 'stays')
}

/** tar is TAR. */
function asCode(text: string) {
  return folded(text).toUpperCase()
}

function readUnit(form: Form): Said {
  const code = form.as(
    'code',
    { parse: (text) => (CODE.test(asCode(text)) ? asCode(text) : null) },
    { required: true, wrong: 'code' }
  )
  const email = form.email('email')?.toString() ?? null
  if (email && email.length > MAX.email) form.wrong('email', 'maxLength', { max: MAX.email })
  return {
    code,
    name: form.line('name', { max: MAX.name, required: true }),
    shortName: form.line('shortName', { max: MAX.short_name, required: true }),
    kind: form.as('kind', KIND, { required: true }),
    parentCode: form.text('parent') ? asCode(form.text('parent')) : null,
    phone: form.like('phone', TELEPHONE, { wrong: 'telephone' }),
    email,
    competence: form.multiline('competence', { max: MAX.competence }),
  }
}
