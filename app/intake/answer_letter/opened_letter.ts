import { decidedOf } from '../afterwards/letter/decided.ts'
import { printDecision } from '../afterwards/letter/print_decision.ts'
import { Petition } from '../models/petition.ts'
import { PetitionJoin } from '../models/petition_join.ts'
import { letterAt } from './address.ts'
import { givenAnswers } from './given_answers.ts'
import { printAnswer } from './print_answer.ts'
import { printJoined } from './print_joined.ts'

/** The letter at a sealed address, and its number; null where there is none any more. */
export async function openedLetter(address: string) {
  const of = letterAt(address)
  if (!of) return null
  if ('join' in of) {
    const join = await PetitionJoin.find(of.join)
    const pdf = join && (await printJoined(join))
    return pdf && { number: join.number, pdf }
  }
  if ('objected' in of) {
    const petition = await Petition.find(of.objected)
    const decided = petition && (await decidedOf(petition))
    const pdf = decided && (await printDecision(petition, decided, { to: null, signed: null }))
    return pdf && { number: petition.number, pdf }
  }
  const petition = await Petition.find(of.petition)
  const answers = petition ? await givenAnswers(petition) : []
  const answer = answers.find(({ step }) => step.position === of.position)
  if (!petition || !answer) return null
  // It names nobody by itself, as the page does not; and nobody signs it by hand.
  const reading = { to: null, signed: null, said: petition.text }
  return { number: petition.number, pdf: await printAnswer(petition, answer, reading) }
}
