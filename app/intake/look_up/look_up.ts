import {
  Catalogue,
  HOURS,
  MINUTES,
  neighbourhood,
  tried,
  TooManyTries,
  wideNeighbourhood,
} from '#organisation'
import { afterwardsOf } from '../afterwards/facts.ts'
import { Charge } from '../charge.ts'
import { askedOf } from '../clarifying/facts.ts'
import { openJoin } from '../joining/open_join.ts'
import { sealLetter } from '../answer_letter/address.ts'
import { replacedAnswers } from '../answer_letter/replaced_answers.ts'
import { answerFiles } from '../attachments/answer_files.ts'
import { timelineOf } from '../following/timeline.ts'
import { lastDayToUndo, mayBeUndone, outlivesWithdrawal } from '../following/withdrawal.ts'
import { letterOf } from './letter.ts'
import { lookUpAddress } from './look_up_address.ts'
import { leadOf } from '../merging/lead_of.ts'
import { Addition } from '../models/addition.ts'
import { skipped } from '../moving/skipped.ts'
import { LastDay } from '../models/last_day.ts'
import type { Petition } from '../models/petition.ts'
import type { PetitionJoin } from '../models/petition_join.ts'
import { Question } from '../models/question.ts'
import { Step } from '../models/step.ts'
import type { PetitionNumber } from '../petition_number.ts'
import { openPetition } from '../secret/opening.ts'
import type { Secret } from '../secret/secret.ts'
import { moves, NEGATIVE, PUBLIC_STAGE, type PublicStage, type StepKind } from '../stages.ts'

/**
 * Failed tries. Here: at one number from one address, as of somebody who misreads a code. Place: from
 * one address, behind which a mobile operator has thousands of people. Network: from 65,536 addresses
 * of IPv6, which one machine may have. Newcomers and known: at one
 * number from everywhere; together 300 an hour, of 113 million codes (SECURITY.md).
 */
const RATES = {
  here: { most: 10, within: 15 * MINUTES },
  place: { most: 100, within: 15 * MINUTES },
  network: { most: 1_000, within: 15 * MINUTES },
  newcomers: { most: 200, within: HOURS },
  known: { most: 100, within: HOURS },
}

type Found =
  | { petition: Petition }
  | { join: PetitionJoin }
  | { problem: string; values: { minutes?: number } }

/**
 * Opens a petition, or a join, by number and secret, of whatever authority of the installation. Only a failed try is written down.
 *
 * @returns what they open, or why nothing: `unknown` (wrong secret and unknown number alike), or `tooMany`
 *   with the minutes to wait
 */
export async function lookUp(number: PetitionNumber, secret: Secret, ip: string): Promise<Found> {
  const from = neighbourhood(ip)
  const guesser = wideNeighbourhood(ip)
  const guess = { at: 'look-up', of: number.digits, from, guesser, rates: RATES }
  try {
    const found = await tried(guess, () => opened(number, secret))
    return found ?? { problem: 'unknown', values: {} }
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error
    return { problem: 'tooMany', values: { minutes: error.minutes } }
  }
}

/** Whatever opens no petition is looked for among the joins: all that opens nothing costs the same. */
async function opened(number: PetitionNumber, secret: Secret) {
  const petition = await openPetition(number, secret)
  if (petition) return { petition }
  const join = await openJoin(number, secret)
  return join && { join }
}

const LINE: PublicStage[] = ['received', 'atUnit', 'answering', 'concluded']

/** What the citizen reads of a petition: the four plain steps, who has it, until when, the result. */
export async function resultOf(petition: Petition, locale: string) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const steps = asBrought(await Step.linesOf(petition), petition)
  // Of what another petition of the same person leads: where that one stands.
  const lead = await leadOf(petition)
  const { publicStage, isOverdue, dueOn, legalDueOn, unitSince } = lead ?? petition
  const now = LINE.indexOf(publicStage)
  const reached = (stage: PublicStage) =>
    steps.find(({ kind, stage: at }) => moves(kind) && PUBLIC_STAGE[at] === stage)
  const took = (what: StepKind) => steps.some(({ kind }) => kind === what)
  const last = steps.find((step) => step.outcome !== null)
  const days = (lead ?? petition).isOpen ? await LastDay.of(lead ?? petition) : {}
  const files = petition.outcome && last ? await answerFiles(petition) : []

  return {
    number: petition.number,
    receivedAt: petition.receivedAt,
    text: petition.text,
    particulars: petition.particularsIn(locale),
    line: LINE.map((key, position) => ({
      key,
      state: position < now ? 'done' : position === now ? 'current' : 'ahead',
      on: position <= now ? (reached(key)?.takenAt ?? null) : null,
    })),
    stage: petition.stage,
    ...holding(lead ?? petition, catalogue),
    ledBy: lead?.shownNumber ?? null,
    since: unitSince,
    office: petition.cameFrom === null ? null : catalogue.authority.name,
    dueOn,
    dueReason: days.promise?.reasonIn(locale),
    notCounted: days.promise ? skipped(days.promise) : [],
    overdue: isOverdue,
    legalDueOn,
    legalReason: days.legal?.reasonIn(locale),
    lookUpAddress: await lookUpAddress(catalogue.authority, locale),
    withdrawal: withdrawalOf(petition, steps),
    timeline: timelineOf(steps, catalogue),
    letter: last && letterGiven(petition, last, catalogue, files),
    bodyAnswers: answersOfBodies(steps, catalogue),
    added: took('added') || took('clarified') ? await Addition.of(petition).then(asTold) : [],
    question: took('askedOn') ? askedOf(petition, await Question.lastOf(petition)) : null,
    afterwards:
      petition.outcome || took('objected') ? await afterwardsOf(petition, took('objected')) : null,
    conclusion:
      petition.outcome && last
        ? {
            outcome: petition.outcome,
            isRefusal: NEGATIVE.includes(petition.outcome),
            on: last.takenAt,
            files,
            pdf: sealLetter({ petition: petition.id, position: last.position }),
            replaced: replacedAnswers(steps, petition),
          }
        : null,
  }
}

/** To whoever brought it, it was received when they did, and not when somebody took it down. */
function asBrought(steps: Taken[], petition: Petition) {
  const takenAt = petition.receivedAt as Taken['takenAt']
  return steps.map((step) => (step.kind === 'received' ? { ...step, takenAt } : step))
}

function letterGiven(
  petition: Petition,
  last: Taken,
  catalogue: Catalogue,
  files: readonly { name: string }[]
) {
  const unit = Step.senderOf(last, catalogue).named(last.takenAt).name
  const annexes = files.map(({ name }) => name)
  return letterOf(petition, { text: last.publicText, on: last.takenAt, unit, annexes })
}

/** What bodies answered to which it was forwarded, the last one first. */
function answersOfBodies(steps: readonly Taken[], catalogue: Catalogue) {
  const answered = steps.filter(({ kind }) => kind === 'forwardingAnswered')
  return answered.map(({ publicText: text, takenAt: on, unitId }) => ({
    ...{ text, on, body: catalogue.unit(unitId!).named(on).name },
  }))
}

function asTold(added: Addition[]) {
  return added.map(({ text, madeAt: at }) => ({ text, at }))
}

/** Whether it can be taken back, and whether that can be undone. */
function withdrawalOf(petition: Petition, steps: readonly Taken[]) {
  const isWithdrawn = petition.stage === 'withdrawn'
  const ended = steps.find(({ kind }) => kind === 'withdrawn' || kind === 'feeLapsed')
  const isGivenUp = isWithdrawn && ended?.kind === 'feeLapsed'
  const withdrawn = isWithdrawn && ended
  const isNoted = petition.isOpen && steps.some(({ kind }) => kind === 'withdrawalNoted')
  return {
    isWithdrawn,
    /** a fee was not paid, and nothing can be undone of it */
    isGivenUp,
    on: withdrawn ? withdrawn.takenAt : null,
    undoUntil: withdrawn && !isGivenUp && mayBeUndone(withdrawn) ? lastDayToUndo(withdrawn) : null,
    isOffered: petition.isOpen && !isNoted,
    isNoted,
    then: petition.joined > 0 ? 'joined' : outlivesWithdrawal(petition) ? 'staysOpen' : 'closes',
  }
}
type Taken = Awaited<ReturnType<typeof Step.linesOf>>[number]

/** Who has it: the bureau until it decides where it goes, the bureau that answers itself, or a unit. */
function holding(petition: Petition, catalogue: Catalogue) {
  const { holder, unit } = new Charge(petition, catalogue)
  const atBureau = petition.publicStage === 'received' ? 'desk' : 'bureau'
  return { unit: holder.name, where: unit.isBureau && !petition.isAboutBureau ? atBureau : 'unit' }
}
