import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { Charge } from '../charge.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { Question } from '../models/question.ts'
import { tokenDigest } from '../receiving/form_keys.ts'
import { clarified } from './clarified.ts'

/** An officer writes down what a petitioner answered by telephone, at the desk or in a letter. */
export async function noteAnswer(
  petition: PetitionRecord,
  question: Question,
  { words, officer }: { words: string; officer: Officer },
  trx: TransactionClientContract
) {
  const charge = await Charge.of(petition)
  const { bureau } = await Catalogue.of(petition.authorityId)
  const unit = charge.isOf(officer) ? charge.unit : bureau
  // A question is answered once.
  const digest = tokenDigest(`the answer to question ${question.id}`)
  await clarifiedAtDesk(petition, question, { digest, words, officer, unit }, trx)
}

/** Whoever has it reads it as new, unless they wrote it; of a tip-off at a unit the desk strikes it first. */
export async function clarifiedAtDesk(
  petition: PetitionRecord,
  question: Question,
  said: { digest: string; words: string; officer: Officer; unit: Unit },
  trx: TransactionClientContract
) {
  const charge = await Charge.of(petition)
  const isHeld = petition.kind === 'tipOff' && !charge.unit.isBureau
  const changes = charge.isOf(said.officer) ? {} : { unreadBy: isHeld ? 'desk' : 'charge' }
  await clarified(petition, question, { ...said, isHeld, changes }, trx)
}
