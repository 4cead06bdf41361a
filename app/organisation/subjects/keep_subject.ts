import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Changed } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Officer } from '../models/officer.ts'
import { Heading, Subject } from '../models/subject.ts'
import { codeFor } from '../units/codes.ts'
import { unitsOf } from '../units/keep_unit.ts'
import { readSubject, subjectFacts } from './subject_form.ts'

type Trx = TransactionClientContract

/** @throws Refusal with everything that is to be mended */
export function addSubject(typed: Typed, kinds: readonly string[], officer: Officer) {
  const { authorityId } = officer
  return administer(async (trx) => {
    const choices = { ...(await choicesOf(authorityId, trx)), kinds }
    const subjects = await subjectsOf(authorityId, trx)
    const read = typed.read((form) => readSubject(form, choices))
    demandOwnName(read, subjects, null)
    const taken = new Set(subjects.map(({ code }) => code))
    const code = codeFor(read.name, taken, LONGEST.subjects.code, '-')
    const subject = await Subject.create({ ...read, authorityId, code }, { client: trx })
    const fields = differing({}, subjectFacts(subject, choices))
    await noteSubject(subject, { sort: 'added', fields }, officer, trx)
    return subject
  })
}

/** @throws Refusal, Overtaken */
export function amendSubject(
  id: number,
  typed: Typed,
  { kinds, seen }: { kinds: readonly string[]; seen: number },
  officer: Officer
) {
  const { authorityId } = officer
  return administer(async (trx) => {
    const choices = { ...(await choicesOf(authorityId, trx)), kinds }
    const subject = await Subject.findOrFail(id, { client: trx })
    const read = typed.read((form) => readSubject(form, choices))
    demandOwnName(read, await subjectsOf(authorityId, trx), subject)
    const was = subjectFacts(subject, choices)
    subject.merge(read)
    const fields = differing(was, subjectFacts(subject, choices))
    if (fields.length === 0) return subject
    await writeUnchanged(subject, seen, trx)
    await noteSubject(subject, { sort: 'amended', fields }, officer, trx)
    return subject
  })
}

/** Nobody chooses it any more; petitions about it stay so. @throws Overtaken */
export function closeSubject(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const subject = await Subject.findOrFail(id, { client: trx })
    if (subject.closedOn) return subject
    subject.closedOn = today()
    await writeUnchanged(subject, seen, trx)
    await noteSubject(subject, { sort: 'closed' }, officer, trx)
    return subject
  })
}

/** Also undoes a merger: from then on it is counted by itself. @throws Refusal, Overtaken */
export function reopenSubject(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const subject = await Subject.findOrFail(id, { client: trx })
    if (!subject.closedOn) return subject
    const heading = await Heading.findOrFail(subject.headingId, { client: trx })
    if (heading.closedOn) throw new Refusal({ field: 'heading', rule: 'closed' })
    demandOwnName(subject, await subjectsOf(subject.authorityId, trx), subject)
    subject.merge({ closedOn: null, mergedIntoId: null })
    await writeUnchanged(subject, seen, trx)
    await noteSubject(subject, { sort: 'reopened' }, officer, trx)
    return subject
  })
}

function subjectsOf(authorityId: number, trx: Trx) {
  const query = Subject.query({ client: trx }).where('authority_id', authorityId)
  return query.orderBy('position').orderBy('id')
}

export function noteSubject(
  { id: thingId, authorityId, name }: Subject,
  done: Pick<Changed, 'sort' | 'fields'>,
  officer: Officer,
  trx: Trx
) {
  return noteChange({ authorityId, thing: 'subject', thingId, name, ...done }, officer, trx)
}

async function choicesOf(authorityId: number, trx: Trx) {
  const headings = await Heading.query({ client: trx }).where('authority_id', authorityId)
  return { headings, units: await unitsOf(authorityId, trx) }
}

/** Two of one name under one heading cannot be told apart. */
function demandOwnName(
  { name, headingId }: Pick<Subject, 'name' | 'headingId'>,
  subjects: readonly Subject[],
  own: Subject | null
) {
  const others = subjects.filter(({ id, closedOn }) => id !== own?.id && !closedOn)
  if (others.some((one) => one.name === name && one.headingId === headingId)) {
    throw new Refusal({ field: 'name', rule: 'taken' })
  }
}
