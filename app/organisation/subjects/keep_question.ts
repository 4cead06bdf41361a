import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing } from '../changes/change_log.ts'
import type { ChangedField } from '../models/change.ts'
import type { Officer } from '../models/officer.ts'
import { Subject } from '../models/subject.ts'
import { SubjectQuestion } from '../models/subject_question.ts'
import { noteSubject } from './keep_subject.ts'
import { questionFacts, readQuestion } from './question_form.ts'

type Trx = TransactionClientContract

/** So many can be asked of one subject: more than a few, and people give up. */
const MOST_QUESTIONS = 6

/** Behind the others of its subject. @throws Refusal with everything that is to be mended */
export function addQuestion(subject: Subject, typed: Typed, officer: Officer) {
  return administer(async (trx) => {
    const own = { subjectId: subject.id, authorityId: subject.authorityId }
    const open = await SubjectQuestion.openOf(own, trx)
    const read = typed.read(readQuestion)
    demandPlace(read.label, open)
    const position = (open.at(-1)?.position ?? 0) + 1
    const row = { ...read, ...own, position, version: 1 }
    const question = await SubjectQuestion.create(row, { client: trx })
    await note(question, differing({}, questionFacts(question)), officer, trx)
    return question
  })
}

/** What was answered before keeps the words that it was asked with. @throws Refusal, Overtaken */
export function amendQuestion(id: number, typed: Typed, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const question = await SubjectQuestion.findOrFail(id, { client: trx })
    const was = questionFacts(question)
    const read = typed.read(readQuestion)
    const open = await SubjectQuestion.openOf(question, trx)
    if (
      isTaken(
        read.label,
        open.filter((one) => one.id !== id)
      )
    ) {
      throw taken()
    }
    question.merge(read)
    const fields = differing(was, questionFacts(question))
    if (fields.length === 0) return question
    await writeUnchanged(question, seen, trx)
    await note(question, fields, officer, trx)
    return question
  })
}

/** Nobody is asked any more. @throws Overtaken */
export function closeQuestion(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const question = await SubjectQuestion.findOrFail(id, { client: trx })
    if (question.closedOn) return question
    question.closedOn = today()
    await writeUnchanged(question, seen, trx)
    const fields = [{ field: 'question', was: question.label, is: null }]
    await note(question, fields, officer, trx)
    return question
  })
}

/** It is asked again, behind the others. @throws Refusal, Overtaken */
export function reopenQuestion(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const question = await SubjectQuestion.findOrFail(id, { client: trx })
    if (!question.closedOn) return question
    const open = await SubjectQuestion.openOf(question, trx)
    demandPlace(question.label, open)
    question.merge({ closedOn: null, position: (open.at(-1)?.position ?? 0) + 1 })
    await writeUnchanged(question, seen, trx)
    const fields = [{ field: 'question', was: null, is: question.label }]
    await note(question, fields, officer, trx)
    return question
  })
}

function demandPlace(label: string, open: readonly SubjectQuestion[]) {
  if (isTaken(label, open)) throw taken()
  if (open.length < MOST_QUESTIONS) return
  throw new Refusal({ field: 'label', rule: 'full', values: { most: MOST_QUESTIONS } })
}

/** Two of one name cannot be told apart by whoever reads the answers. */
function isTaken(label: string, open: readonly SubjectQuestion[]) {
  return open.some((one) => one.label === label)
}

function taken() {
  return new Refusal({ field: 'label', rule: 'taken' })
}

/** It is one of its subject's changes. */
async function note(
  { subjectId }: SubjectQuestion,
  fields: ChangedField[],
  officer: Officer,
  trx: Trx
) {
  const subject = await Subject.findOrFail(subjectId, { client: trx })
  await noteSubject(subject, { sort: 'amended', fields }, officer, trx)
}
