import {
  addedFor,
  Attachment,
  broughtFacts,
  FeeNotice,
  LastDay,
  Onlooker,
  Question,
  saidTo,
  Striking,
  UnitQuestion,
  Urgency,
} from '#intake'
import { Handover, Return, waysOf } from '#routing'
import { Answer } from '../../models/answer.ts'
import { Extension } from '../../models/extension.ts'
import { nextOf } from '../../contacts/lists/next_of.ts'
import { waveBeside } from '../../waves/shown/beside.ts'
import { petitionerFacts } from '../facts.ts'
import { readOfAnswer, readOfPast, type Reading } from './read_on.ts'

/**
 * All that a card reads of a petition. Within `atOnce` it costs as many statements as there are rounds:
 * what hangs on the petition alone stands here, and what hangs on its answer or its steps is asked in the
 * next one. A new part of the card is one line more in either.
 */
export async function readFor(reading: Reading) {
  const { petition, officer, catalogue } = reading
  const { kind, isOpen, urgency, position, cameFrom } = petition
  const answer = Answer.newestOf(petition)
  const [first, second] = await Promise.all([
    together({
      petitioner: petitionerFacts(petition, officer),
      brought: broughtFacts(petition, officer),
      days: LastDay.of(petition),
      returns: Return.of(petition),
      ways: waysOf(petition),
      handovers: cameFrom === null ? [] : Handover.of(petition),
      attachments: Attachment.of(petition, officer),
      questions: UnitQuestion.of(petition),
      asked: Question.of(petition),
      extension: isOpen ? Extension.openOf(petition) : null,
      fee: kind === 'informationRequest' ? FeeNotice.of(petition) : null,
      said: saidTo(petition, officer),
      /** what a unit reads of a tip-off; null: nobody has read it */
      struck: kind === 'tipOff' ? Striking.of(petition).then((one) => one.words('text')) : null,
      added: position > 1 ? addedFor(petition, officer) : [],
      urgent: urgency === 'ordinary' ? null : Urgency.of(petition),
      /** names of others who have it open now */
      onlookers: Onlooker.beside(officer, petition),
      planned: nextOf(petition, officer),
      wave: waveBeside(petition, officer, catalogue),
    }),
    together({ answer: readOfAnswer(reading, answer), past: readOfPast(reading, answer) }),
  ])
  const returns = first.returns.filter(({ unitId }) => reading.catalogue.has(unitId))
  return { ...first, returns, ...second.answer, ...second.past }
}

/** The same by its names, all of it asked before any is waited for. */
async function together<Part extends Record<string, unknown>>(parts: Part) {
  const read = await Promise.all(Object.values(parts))
  const named = Object.keys(parts).map((name, at) => [name, read[at]])
  return Object.fromEntries(named) as { [Name in keyof Part]: Awaited<Part[Name]> }
}
