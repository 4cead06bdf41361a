import type { HttpContext } from '@adonisjs/core/http'
import { KINDS } from '#intake'
import { ChangesList, Overtaken, Subject, SubjectQuestion } from '#organisation'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import { idIn } from '../kept_row.ts'

type Page = Pick<HttpContext, 'catalogue'>

/** The subject in the address, of the officer's own authority, as the database has it now. */
export async function subjectAt(ctx: HttpContext) {
  const { authorityId } = ctx.officer
  const id = idIn(ctx)
  const subject = id && (await Subject.query().where({ id, authority_id: authorityId }).first())
  return subject || notFound(ctx)
}

/** What can be chosen for a subject. */
export function newSubjectPage({ catalogue: { headings, units } }: Page) {
  return { subject: null, lost: null, headings, units, kinds: KINDS }
}

/** What the page of one subject shows besides what was typed. */
export async function subjectPage(ctx: HttpContext, subject: Subject, refusal?: Refusal) {
  const { subjects, tree, everyUnit } = ctx.catalogue
  const fresh = refusal instanceof Overtaken ? await Subject.findOrFail(subject.id) : subject
  const { rows } = await ChangesList.of('subject', subject.id)
  const own = { subjectId: subject.id, authorityId: subject.authorityId }
  const questions = await SubjectQuestion.openOf(own)
  const unit = everyUnit.find(({ id }) => id === fresh.unitId)
  return {
    ...newSubjectPage(ctx),
    ...{ subject: fresh, rows, questions },
    closedQuestions: await SubjectQuestion.closedOf(own),
    /** Its unit was closed: chosen still, until somebody chooses another one. */
    lost: unit?.closedOn ? unit : null,
    /** What is sensitive is merged with what is sensitive only. */
    others: subjects.filter((one) => one.id !== subject.id && (one.sensitive || !fresh.sensitive)),
    into: fresh.mergedIntoId && tree.subject(fresh.mergedIntoId),
    merged: tree.subjects.filter(({ mergedIntoId }) => mergedIntoId === subject.id),
  }
}

/** As the form of it stands when it is opened. */
export function wordsOf(subject: Subject, { catalogue }: Page) {
  const { name, nameEn, kind, headingId, unitId, keywords, notice, noticeEn } = subject
  return {
    ...{ name, nameEn, kind, notice, noticeEn, into: '' },
    heading: String(headingId),
    unit: catalogue.everyUnit.find(({ id }) => id === unitId)?.code ?? '',
    sensitive: subject.sensitive ? '1' : '',
    joinable: subject.joinable ? '1' : '',
    keywords: keywords?.replaceAll('|', '\n') ?? '',
  }
}
