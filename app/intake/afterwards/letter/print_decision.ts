import i18nManager from '@adonisjs/i18n/services/main'
import { Catalogue } from '#organisation'
import { printLetter } from '#shared/papers/print_letter'
import { dayIn, letterForm } from '../../answer_letter/form.ts'
import { letterProof } from '../../answer_letter/proof.ts'
import type { Petition } from '../../models/petition.ts'
import { toReader, type Reading } from './to_reader.ts'
import type { Decided } from './decided.ts'
import { signedAs } from './signed_as.ts'

/**
 * The letter of a decided objection, of the authority that decided it, as a PDF in the petition's
 * language, with the code that proves it; made when it is opened, and kept nowhere (ADR 46).
 */
export async function printDecision(petition: Petition, decided: Decided, reading: Reading) {
  const i18n = i18nManager.locale(petition.locale)
  const catalogue = await Catalogue.of(decided.decidingId)
  const { authority } = catalogue
  const number = petition.shownNumber
  const { state, decidedAt: on, letter, madeAt } = decided
  const unit = signedAs(decided, catalogue)
  const proof = letterProof(petition, { text: letter, on })
  return printLetter({
    ...(await letterForm({ i18n, authority, unit, proof, number, annexes: [] })),
    date: dayIn(i18n, on),
    topic: i18n.t('intake.answerLetter.objection'),
    to: toReader(i18n, reading.to),
    references: [
      i18n.t('intake.answerLetter.objectedOn', { date: dayIn(i18n, madeAt), number }),
      i18n.t('intake.answerLetter.about', { date: dayIn(i18n, petition.receivedAt), number }),
    ],
    paragraphs: [i18n.t(`intake.answerLetter.${state}`), ...letter.split(/\n+/)],
    signature: { name: reading.signed ?? authority.name, title: unit },
  })
}
