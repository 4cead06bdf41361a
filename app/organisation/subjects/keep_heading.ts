import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Changed, type Facts } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Officer } from '../models/officer.ts'
import { Heading, Subject } from '../models/subject.ts'

type Trx = TransactionClientContract
const { headings: MAX } = LONGEST

/** At the end of the list. @throws Refusal with everything that is to be mended */
export function addHeading(typed: Typed, officer: Officer) {
  const { authorityId } = officer
  return administer(async (trx) => {
    const all = await headingsOf(authorityId, trx)
    const read = typed.read((form) => readHeading(form, all, null))
    const position = (all.at(-1)?.position ?? 0) + 1
    const heading = await Heading.create({ ...read, authorityId, position }, { client: trx })
    const fields = differing({}, factsOf(heading))
    await note(heading, { sort: 'added', fields }, officer, trx)
    return heading
  })
}

/** @throws Refusal, Overtaken */
export function amendHeading(id: number, typed: Typed, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const all = await headingsOf(officer.authorityId, trx)
    const heading = all.find((one) => one.id === id)!
    const read = typed.read((form) => readHeading(form, all, heading))
    const was = factsOf(heading)
    heading.merge(read)
    const fields = differing(was, factsOf(heading))
    if (fields.length === 0) return heading
    await writeUnchanged(heading, seen, trx)
    await note(heading, { sort: 'amended', fields }, officer, trx)
    return heading
  })
}

/** Once nothing under it is open. @throws Refusal, Overtaken */
export function closeHeading(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const heading = await Heading.findOrFail(id, { client: trx })
    if (heading.closedOn) return heading
    const own = Subject.query({ client: trx }).where('heading_id', id).whereNull('closed_on')
    if (await own.first()) throw new Refusal({ field: 'closing', rule: 'subjects' })
    heading.closedOn = today()
    await writeUnchanged(heading, seen, trx)
    await note(heading, { sort: 'closed' }, officer, trx)
    return heading
  })
}

/** @throws Overtaken */
export function reopenHeading(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const heading = await Heading.findOrFail(id, { client: trx })
    if (!heading.closedOn) return heading
    heading.closedOn = null
    await writeUnchanged(heading, seen, trx)
    await note(heading, { sort: 'reopened' }, officer, trx)
    return heading
  })
}

function headingsOf(authorityId: number, trx: Trx) {
  return Heading.query({ client: trx }).where('authority_id', authorityId).orderBy('position')
}

function readHeading(form: Form, all: readonly Heading[], own: Heading | null) {
  const name = form.line('name', { max: MAX.name, required: true })
  const nameEn = form.line('nameEn', { max: MAX.name_en })
  const others = all.filter(({ id, closedOn }) => id !== own?.id && !closedOn)
  if (others.some((one) => one.name === name)) form.wrong('name', 'taken')
  return { name, nameEn, officeOnly: form.ticks('officeOnly') }
}

function factsOf({ name, nameEn, officeOnly }: Heading): Facts {
  return { name, nameEn, officeOnly: officeOnly ? 'yes' : 'no' }
}

function note(
  { id: thingId, authorityId, name }: Heading,
  done: Pick<Changed, 'sort' | 'fields'>,
  officer: Officer,
  trx: Trx
) {
  return noteChange({ authorityId, thing: 'heading', thingId, name, ...done }, officer, trx)
}
