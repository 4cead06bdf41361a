import i18nManager from '@adonisjs/i18n/services/main'
import { Catalogue } from '#organisation'
import { printLetter } from '#shared/papers/print_letter'
import { toReader, type Reading } from '../afterwards/letter/to_reader.ts'
import { annexesOf } from '../attachments/answer_files.ts'
import type { Petition } from '../models/petition.ts'
import { excerptOf } from './excerpt.ts'
import { dayIn, letterForm } from './form.ts'
import type { GivenAnswer } from './given_answers.ts'
import { letterProof } from './proof.ts'
import { paragraphsOf } from './words.ts'

/** What an answer's letter says beside the answer. */
interface AnswerReading extends Reading {
  /** what was brought, as its reader may read it; null: not at all */
  said: string | null
}

/**
 * The letter of an answer, as a PDF in the petition's language; made when it is opened, and kept nowhere
 * (ADR 46).
 */
export async function printAnswer(petition: Petition, answer: GivenAnswer, reading: AnswerReading) {
  const { step } = answer
  const i18n = i18nManager.locale(petition.locale)
  const catalogue = await Catalogue.of(petition.authorityId)
  const { authority } = catalogue
  const unit = step.sender(catalogue).named(step.takenAt).name
  const text = step.publicText ?? ''
  const proof = letterProof(petition, { text, on: step.takenAt })
  const subject = catalogue.subject(petition.subjectId)?.nameIn(i18n.locale)
  const number = petition.shownNumber
  const { to, signed, said } = reading
  return printLetter({
    ...(await letterForm({
      ...{ i18n, authority, unit, proof, number },
      annexes: await annexesOf(petition),
    })),
    date: dayIn(i18n, step.takenAt),
    topic: subject ?? i18n.t('intake.answerLetter.noSubject'),
    to: toReader(i18n, to),
    references: [
      i18n.t('intake.answerLetter.about', { date: dayIn(i18n, petition.receivedAt), number }),
    ],
    paragraphs: paragraphsOf(i18n, petition, answer, said && excerptOf(said)),
    signature: { name: signed ?? authority.name, title: unit },
  })
}
