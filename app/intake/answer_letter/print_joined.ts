import i18nManager from '@adonisjs/i18n/services/main'
import { Catalogue } from '#organisation'
import { printLetter } from '#shared/papers/print_letter'
import { Petition } from '../models/petition.ts'
import type { PetitionJoin } from '../models/petition_join.ts'
import { Step } from '../models/step.ts'
import { dayIn, letterForm } from './form.ts'
import { letterProof } from './proof.ts'

/**
 * The letter of somebody who joined a petition, under their own number and in their own language: how it
 * ended, and nothing that its petitioner wrote or was answered. Null while it goes on.
 */
export async function printJoined(join: PetitionJoin) {
  const petition = await Petition.findOrFail(join.petitionId)
  const step = join.withdrawnAt ? null : await Step.thatConcluded(petition)
  if (!step) return null
  const i18n = i18nManager.locale(join.locale)
  const catalogue = await Catalogue.of(petition.authorityId)
  const { authority, bureau } = catalogue
  const unit = bureau.named(step.takenAt).name
  const number = join.shownNumber
  const subject = catalogue.subject(join.subjectId)?.nameIn(i18n.locale)
  const date = dayIn(i18n, join.joinedAt)
  const outcome = i18n.t(`intake.outcome.${step.outcome}`)
  const paragraphs = [
    i18n.t('intake.answerLetter.joined', { date, outcome }),
    ...(subject ? [i18n.t('intake.answerLetter.joinedAbout', { subject, place: join.place })] : []),
    i18n.t('intake.answerLetter.joinedOnly'),
  ]
  const own = { number: join.number, slipSalt: petition.slipSalt }
  const proof = letterProof(own, { text: paragraphs.join('\n'), on: step.takenAt })
  return printLetter({
    ...(await letterForm({ i18n, authority, unit, proof, number, annexes: [] })),
    date: dayIn(i18n, step.takenAt),
    topic: subject ?? i18n.t('intake.answerLetter.noSubject'),
    to: i18n.t('intake.letter.dearPetitioner'),
    references: [i18n.t('intake.answerLetter.joinedReference', { date, number })],
    paragraphs,
    signature: { name: authority.name, title: unit },
  })
}
