import type { HttpContext } from '@adonisjs/core/http'
import {
  ChangesList,
  FIELDS,
  Overtaken,
  REQUIRED_AT,
  Subject,
  SubjectQuestion,
} from '#organisation'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import { idIn } from '../kept_row.ts'

export const QUESTION_PAGE = 'administration/questions/edit'

/** The question in the address, of the officer's own authority, as the database has it now. */
export async function questionAt(ctx: HttpContext) {
  const own = { id: idIn(ctx) ?? 0, authority_id: ctx.officer.authorityId }
  return (await SubjectQuestion.query().where(own).first()) ?? notFound(ctx)
}

/** What can be chosen for a question of this subject. */
export function newQuestionPage(subject: Subject) {
  return { subject, question: null, fields: FIELDS, requiredAt: REQUIRED_AT }
}

/** What the page of one question shows besides what was typed. */
export async function questionPage(question: SubjectQuestion, refusal?: Refusal) {
  const isOvertaken = refusal instanceof Overtaken
  const fresh = isOvertaken ? await SubjectQuestion.findOrFail(question.id) : question
  const subject = await Subject.findOrFail(question.subjectId)
  const { rows } = await ChangesList.of('subject', subject.id)
  return { ...newQuestionPage(subject), question: fresh, rows }
}

/** As the form of it stands when it is opened. */
export function wordsOf(question: SubjectQuestion) {
  const { label, labelEn, help, helpEn, field, choices, choicesEn, requiredAt } = question
  return { label, labelEn, help, helpEn, field, choices, choicesEn, requiredAt }
}
