import { type Catalogue } from '#organisation'
import type { Step } from '../models/step.ts'
import type { StepKind } from '../stages.ts'

type Line = Awaited<ReturnType<typeof Step.linesOf>>[number]

/** Of which steps a citizen reads: what happens between an officer and a head is the house's. */
const TOLD = {
  received: true,
  referred: true,
  returned: true,
  recalled: true,
  unitNoted: false,
  unitAsked: false,
  unitAnswered: false,
  unitDeclined: false,
  unitReleased: false,
  progressAsked: false,
  progressTold: false,
  handedOn: true,
  unitClosed: true,
  started: true,
  contacted: true,
  tried: true,
  unreachable: false,
  wentOn: false,
  visitPlanned: false,
  visitMoved: false,
  meetingGiven: true,
  meetingMoved: true,
  meetingCancelled: true,
  texted: true,
  submitted: true,
  corrected: false,
  sentBack: true,
  takenBack: true,
  takenOver: true,
  concluded: true,
  forwarded: true,
  forwardingNumbered: true,
  forwardingSent: true,
  forwardingAnswered: true,
  forwardingClosed: false,
  handedOver: true,
  handedBack: true,
  secretRenewed: true,
  dayMoved: true,
  legalDayMoved: false,
  extensionAsked: false,
  extensionRefused: false,
  extended: true,
  legalExtended: true,
  feeAsked: true,
  feePaid: true,
  feeLapsed: true,
  restricted: false,
  restrictionLifted: false,
  struck: false,
  asked: false,
  askedOn: true,
  askedReminded: false,
  clarified: true,
  unanswered: true,
  askingStopped: true,
  added: true,
  addedRead: true,
  telephoneChanged: true,
  addedAtDesk: true,
  spokenAtDesk: true,
  amended: true,
  telephoneAmended: true,
  dayAmended: true,
  personNamed: false,
  knownByDocument: true,
  knownByTelephone: true,
  codeByLetter: true,
  urgencySet: false,
  urgencyMet: false,
  urgencyClimbed: false,
  reminded: false,
  climbed: false,
  withdrawn: true,
  withdrawalNoted: true,
  withdrawalUndone: true,
  interimAnswered: true,
  interimSubmitted: false,
  interimSentBack: false,
  replacementSubmitted: false,
  replacementSentBack: false,
  answerReplaced: true,
  objected: true,
  objectionRejected: true,
  reopened: true,
  commitmentDue: false,
  commitmentKept: true,
  commitmentMoved: true,
  commitmentBroken: true,
  takenOn: false,
  assigned: false,
  shared: false,
  putBack: false,
} as const satisfies Record<StepKind, boolean>

/** Steps of which the petitioner reads the reason beside them. */
const REASONED: readonly StepKind[] = [
  ...(['extended', 'legalExtended', 'feeAsked', 'feeLapsed', 'forwardingNumbered'] as const),
  ...(['meetingGiven', 'meetingMoved'] as const),
  ...(['interimAnswered', 'commitmentKept', 'commitmentMoved'] as const),
  'commitmentBroken',
]

/** What happened to a petition in the citizen's words, the last first: when, what, by which unit. */
export function timelineOf(steps: readonly Line[], catalogue: Catalogue) {
  return steps
    .filter(({ kind }) => TOLD[kind])
    .map(({ kind, unitId, takenAt, publicText }) => {
      const unit = unitId !== null && catalogue.has(unitId) ? catalogue.unit(unitId) : null
      const isHere = kind === 'referred' && unit?.isBureau
      return {
        what: isHere ? 'referredHere' : kind,
        unit: unit?.named(takenAt).name ?? 'none',
        at: takenAt,
        why: REASONED.includes(kind) ? publicText : null,
      }
    })
}
