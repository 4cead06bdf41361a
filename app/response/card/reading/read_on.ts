import { AnswerDelivery, type Petition } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import type { Typed, Words } from '#shared/typed/typed'
import { afterwardsOnCard } from '../../afterwards/on_card.ts'
import { marksOn } from '../../approving/marks/marks_on.ts'
import type { Answer } from '../../models/answer.ts'
import { AnswerCheck } from '../../models/answer_check.ts'
import { resumed } from '../../writing/resumed.ts'
import { bureauNote, given, pastOf } from '../past/past.ts'
import { stepsShown, type StepsShown } from '../past/steps_shown.ts'
import { stepsOfWay } from '../past/way.ts'

/** Of which petition, for whom, and what was sent or asked with it. */
export interface Reading {
  petition: Petition
  officer: Officer
  catalogue: Catalogue
  asked: Typed
  sent: { typed: Words; changed: boolean }
}

/** What hangs on the newest answer of the unit in charge. */
export async function readOfAnswer(reading: Reading, newest: Promise<Answer | null>) {
  const { petition, sent } = reading
  const answer = await newest
  const [resumes, marks, checks] = await Promise.all([
    resumed(sent, { ...reading, answer }),
    answer?.sentBackReason ? marksOn(answer, petition) : null,
    AnswerCheck.of(petition.stage === 'awaitingApproval' ? answer : null),
  ])
  return { answer, resumed: resumes, marks, checks }
}

/** The petition's newest steps, contacts and versions, and what is told of its steps. */
export async function readOfPast(reading: Reading, newest: Promise<Answer | null>) {
  const { petition } = reading
  const steps = stepsShown(petition, reading.asked)
  const [past, told] = await Promise.all([
    pastOf(petition, { ...reading, steps, answer: newest }),
    steps.then((shown) => readOfSteps(reading, shown, newest)),
  ])
  return { past, ...told }
}

/** What is told of a petition's steps, and asked where those that are shown do not say it. */
async function readOfSteps(
  { petition, officer }: Reading,
  { rows, isWhole }: StepsShown,
  newest: Promise<Answer | null>
) {
  const told = given(rows, petition)
  const [letter, reachedOn, note, way, afterwards] = await Promise.all([
    told,
    told.then((one) => one && AnswerDelivery.reachedOn(one.id)),
    bureauNote(rows, petition, officer),
    isWhole ? rows : stepsOfWay(petition),
    Promise.all([told, newest]).then(([one, answer]) =>
      afterwardsOnCard(petition, officer, { steps: rows, isWhole, letter: one, answer })
    ),
  ])
  return { letter, reachedOn, bureauNote: note, way, afterwards }
}
