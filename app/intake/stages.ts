import type { Action } from './standing/actions.ts'
import type { Stage } from './standing/steps.ts'

export const OUTCOMES = [
  'granted',
  'partlyGranted',
  'refused',
  'informed',
  'forwarded',
  'inadmissible',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Outcomes that Constitution art. 40/2 gives a remedy against: they need a reason and its text. */
export const NEGATIVE: readonly string[] = ['refused', 'partlyGranted', 'inadmissible']

export * from './brought/kinds.ts'
export * from './standing/actions.ts'
export * from './standing/steps.ts'

/** What the bureau may do of itself with what it has not taken up. */
const ROUTING: readonly Action[] = ['refer', 'answerHere', 'forward']
/** Sevk: it becomes another authority's of the same tree, or again the one's that sent it here. */
const HANDING: readonly Action[] = ['handOver', 'handBack']
/** The desk sees that somebody brought the same twice. */
const MERGING: readonly Action[] = ['merge']
/** How the bureau routes a petition. */
export const ROUTING_ACTIONS: readonly Action[] = [...ROUTING, ...HANDING]
/** Whoever works on it may want more time. */
const TIME: readonly Action[] = ['extend', 'decideExtension', 'extendLaw', 'askFee', 'payFee']
/** The petitioner is told how things stand. */
const INFORMING: readonly Action[] = ['inform', 'decideInterim']
/** Which of its officers has it, is the unit's own matter. */
const HANDS: readonly Action[] = ['takeOn', 'assign']
const AT_WORK: readonly Action[] = [
  ...(['contact', 'ask', 'passOn', 'draft', 'submit', 'return', 'stopWaiting'] as const),
  // The desk's, while the unit has it.
  ...(['recall', 'remind', 'askProgress'] as const),
  ...(['askUnit', 'releaseUnit'] as const),
  ...TIME,
  ...INFORMING,
  ...HANDS,
  ...MERGING,
]
/** The bureau answers itself: it can still route the petition, and has nobody to return it to. */
const AT_WORK_IN_THE_BUREAU: readonly Action[] = [
  ...(['contact', 'ask', 'draft', 'submit', 'refer', 'forward', 'stopWaiting'] as const),
  ...(['askUnit', 'releaseUnit'] as const),
  ...TIME,
  ...HANDING,
  ...INFORMING,
  ...HANDS,
  ...MERGING,
]
const AT_THE_HEAD: readonly Action[] = [
  'approve',
  'correct',
  'sendBack',
  'decideExtension',
  'payFee',
  ...(['takeBack', 'takeOver'] as const),
  ...INFORMING,
  ...HANDS,
  // It leads; what it is merged with has no answer that waits.
  ...MERGING,
]
const AT_DESK: readonly Action[] = [...ROUTING_ACTIONS, ...MERGING]
/** It may wait for a fee there. Nobody is asked anew; who was asked before can still be let go. */
const BACK_AT_DESK: readonly Action[] = [...ROUTING_ACTIONS, ...MERGING, 'payFee', 'releaseUnit']
/** Open again where its unit was closed: it may wait for a fee as well. */
const OPENED_AT_DESK: readonly Action[] = [...ROUTING, ...MERGING, 'payFee']

/** What was answered stays; another answer takes its place. */
const AFTER_ANSWER: readonly Action[] = ['replaceAnswer', 'decideReplacement']

/**
 * What may be done at each stage, and by whom. Asked as `petition.allows('refer', officer, charge)`.
 */
const ALLOWED: Record<Stage, { unit: readonly Action[]; bureau: readonly Action[] }> = {
  received: { unit: AT_DESK, bureau: AT_DESK },
  returned: { unit: BACK_AT_DESK, bureau: BACK_AT_DESK },
  // Whoever answered reconsiders: it is not handed to another authority for that.
  reopened: { unit: OPENED_AT_DESK, bureau: OPENED_AT_DESK },
  routed: { unit: AT_WORK, bureau: AT_WORK_IN_THE_BUREAU },
  inProgress: { unit: AT_WORK, bureau: AT_WORK_IN_THE_BUREAU },
  awaitingPetitioner: { unit: AT_WORK, bureau: AT_WORK_IN_THE_BUREAU },
  awaitingApproval: { unit: [...AT_THE_HEAD, 'askProgress'], bureau: AT_THE_HEAD },
  concluded: { unit: AFTER_ANSWER, bureau: AFTER_ANSWER },
  merged: { unit: ['part'], bureau: ['part'] },
  // A fee that was paid in time was written down too late.
  withdrawn: { unit: ['payFee'], bureau: ['payFee'] },
}

/** Who may see it changes nothing of where it stands. */
const AT_EVERY_STAGE: readonly Action[] = [
  'strike',
  'readAdded',
  'restrict',
  'liftRestriction',
  'setUrgency',
  'meetUrgency',
  // What of it, says the page: amending/amend_form.ts.
  'amend',
  'recognise',
  'name',
  'speak',
  // Of a question that waits, wherever its petition went meanwhile.
  'noteAnswer',
]

/** Whether a petition at this stage allows the action; the bureau as answering unit differs. */
export function stageAllows(stage: Stage, action: Action, unitIsBureau: boolean) {
  if (AT_EVERY_STAGE.includes(action)) return true
  return ALLOWED[stage][unitIsBureau ? 'bureau' : 'unit'].includes(action)
}

/** Waits to be routed. */
export const DESK_STAGES: readonly Stage[] = ['received', 'returned', 'reopened']
/** Waits for the officers of the unit in charge. */
export const UNIT_STAGES: readonly Stage[] = ['routed', 'inProgress', 'awaitingPetitioner']
/** Waits for the unit in charge, its head included. */
export const ANSWERING_STAGES: readonly Stage[] = [...UNIT_STAGES, 'awaitingApproval']
export const OPEN_STAGES: readonly Stage[] = [...DESK_STAGES, ...ANSWERING_STAGES]

export type PublicStage = 'received' | 'atUnit' | 'answering' | 'concluded' | 'withdrawn'

/** The four plain steps that the citizen sees (Alındı, Birimde, Cevap hazırlanıyor, Sonuçlandı). */
export const PUBLIC_STAGE: Record<Stage, PublicStage> = {
  received: 'received',
  returned: 'received',
  reopened: 'received',
  routed: 'atUnit',
  inProgress: 'atUnit',
  awaitingPetitioner: 'atUnit',
  awaitingApproval: 'answering',
  concluded: 'concluded',
  withdrawn: 'withdrawn',
  // Of what is led the page says where its leader stands.
  merged: 'atUnit',
}
