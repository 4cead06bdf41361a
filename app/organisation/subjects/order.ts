import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { administer } from '../changes/amend.ts'
import { noteChange } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import { Heading, Subject } from '../models/subject.ts'
import { SubjectQuestion } from '../models/subject_question.ts'
import { noteSubject } from './keep_subject.ts'

export const DIRECTIONS = ['up', 'down'] as const
type Direction = (typeof DIRECTIONS)[number]

type Trx = TransactionClientContract
type Placed = LucidRow & { id: number; position: number }
type Named = Placed & { name: string; authorityId: number }

/** One place up or down among the open subjects of its heading; at the end it stays where it is. */
export function moveSubject(id: number, direction: Direction, officer: Officer) {
  return administer(async (trx) => {
    const subject = await Subject.findOrFail(id, { client: trx })
    const own = { heading_id: subject.headingId }
    const open = Subject.query({ client: trx }).where(own).whereNull('closed_on')
    const list = await open.orderBy('position').orderBy('id')
    await move('subject', list, subject, { direction, officer }, trx)
    return subject
  })
}

/** The same among the headings of the authority. */
export function moveHeading(id: number, direction: Direction, officer: Officer) {
  return administer(async (trx) => {
    const heading = await Heading.findOrFail(id, { client: trx })
    const own = { authority_id: heading.authorityId }
    const list = await Heading.query({ client: trx }).where(own).orderBy('position')
    await move('heading', list, heading, { direction, officer }, trx)
    return heading
  })
}

/** The same among the questions of its subject. */
export function moveQuestion(id: number, direction: Direction, officer: Officer) {
  return administer(async (trx) => {
    const question = await SubjectQuestion.findOrFail(id, { client: trx })
    const list = await SubjectQuestion.openOf(question, trx)
    const places = await shift(list, question, direction, trx)
    if (!places) return question
    const [was, is] = places.map((at) => `${at}. ${question.label}`)
    const fields = [{ field: 'questionPlace', was: was!, is: is! }]
    const subject = await Subject.findOrFail(question.subjectId, { client: trx })
    await noteSubject(subject, { sort: 'amended', fields }, officer, trx)
    return question
  })
}

async function move(
  thing: 'subject' | 'heading',
  list: Named[],
  moved: Named,
  { direction, officer }: { direction: Direction; officer: Officer },
  trx: Trx
) {
  const places = await shift(list, moved, direction, trx)
  if (!places) return
  const { id: thingId, name, authorityId } = moved
  const [was, is] = places.map(String)
  const fields = [{ field: 'position', was: was!, is: is! }]
  await noteChange({ authorityId, thing, thingId, name, sort: 'moved', fields }, officer, trx)
}

/** @returns which place it had and which one it has; null where it stays */
async function shift(list: Placed[], { id }: Placed, direction: Direction, trx: Trx) {
  const from = list.findIndex((one) => one.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (from < 0 || !list[to]) return null
  await renumber(list.toSpliced(from, 1).toSpliced(to, 0, list[from]!), trx)
  return [from + 1, to + 1]
}

/** No two have one place on the way there either: headings have a key for it. */
async function renumber(list: Placed[], trx: Trx) {
  const others = list.flatMap((one, at) => (one.position === at + 1 ? [] : [{ one, to: at + 1 }]))
  for (const { one, to } of others) await place(one, -to, trx)
  for (const { one, to } of others) await place(one, to, trx)
}

function place({ constructor, id }: Placed, position: number, trx: Trx) {
  return (constructor as LucidModel).query({ client: trx }).where('id', id).update({ position })
}
