import type { Permission } from '#organisation'

/** What may be done with a petition, and what each asks of the officer; at which stages, says stages.ts. */
export const ACTIONS = [
  // What stands first on a card is done first.
  'meetUrgency',
  // Before a unit gets a tip-off somebody reads it.
  'strike',
  'refer',
  'answerHere',
  'passOn',
  'readAdded',
  'forward',
  'handOver',
  'handBack',
  'contact',
  'ask',
  'noteAnswer',
  'stopWaiting',
  'extend',
  'decideExtension',
  'extendLaw',
  'askFee',
  'payFee',
  'draft',
  'submit',
  'approve',
  'correct',
  'sendBack',
  'takeBack',
  'takeOver',
  'return',
  'askUnit',
  'releaseUnit',
  'recall',
  'remind',
  'askProgress',
  'restrict',
  'liftRestriction',
  'setUrgency',
  'name',
  'amend',
  'recognise',
  'speak',
  'inform',
  'decideInterim',
  'takeOn',
  'assign',
  'merge',
  'part',
  'replaceAnswer',
  'decideReplacement',
] as const
export type Action = (typeof ACTIONS)[number]

/** A permission, and for some to be one of those in charge; by the other permission the desk does it as well. */
interface Need {
  permission: Permission
  inCharge: boolean
  desk?: Permission
}

const IN_CHARGE_OR_DESK = {
  permission: 'answer.draft',
  inCharge: true,
  desk: 'petition.refer',
} as const
const NEEDS: Record<Action, Need> = {
  strike: { permission: 'petition.refer', inCharge: false },
  refer: { permission: 'petition.refer', inCharge: false },
  answerHere: { permission: 'petition.refer', inCharge: false },
  forward: { permission: 'petition.refer', inCharge: false },
  handOver: { permission: 'petition.refer', inCharge: false },
  handBack: { permission: 'petition.refer', inCharge: false },
  /** A unit asks whoever brought a tip-off through the desk. */
  passOn: { permission: 'petition.refer', inCharge: false },
  ask: { permission: 'answer.draft', inCharge: true },
  readAdded: { permission: 'answer.draft', inCharge: true },
  /** Whoever speaks with the petitioner writes the answer down. */
  noteAnswer: IN_CHARGE_OR_DESK,
  stopWaiting: { permission: 'answer.draft', inCharge: true },
  contact: { permission: 'answer.draft', inCharge: true },
  draft: { permission: 'answer.draft', inCharge: true },
  submit: { permission: 'answer.draft', inCharge: true },
  extend: { permission: 'answer.draft', inCharge: true },
  decideExtension: { permission: 'answer.approve', inCharge: true },
  extendLaw: { permission: 'answer.approve', inCharge: true },
  askFee: { permission: 'answer.approve', inCharge: true },
  payFee: { permission: 'answer.draft', inCharge: true },
  return: { permission: 'answer.draft', inCharge: true },
  /** The desk takes back what it referred to the wrong unit. */
  recall: { permission: 'petition.refer', inCharge: false },
  remind: { permission: 'petition.refer', inCharge: false },
  askProgress: { permission: 'petition.refer', inCharge: false },
  /** The unit in charge asks others, or the desk does. */
  askUnit: IN_CHARGE_OR_DESK,
  releaseUnit: IN_CHARGE_OR_DESK,
  approve: { permission: 'answer.approve', inCharge: true },
  correct: { permission: 'answer.approve', inCharge: true },
  sendBack: { permission: 'answer.approve', inCharge: true },
  /** Whoever put the answer before the head takes it back; a colleague, or the head, goes on with it. */
  takeBack: { permission: 'answer.draft', inCharge: true },
  takeOver: { permission: 'answer.draft', inCharge: true },
  restrict: { permission: 'petition.restrict', inCharge: false },
  liftRestriction: { permission: 'petition.restrict', inCharge: false },
  setUrgency: { permission: 'petition.refer', inCharge: false },
  amend: { permission: 'petition.receive', inCharge: false },
  recognise: { permission: 'petition.receive', inCharge: false },
  name: { permission: 'petition.refer', inCharge: false },
  /** Whoever stands at the counter hears of their petition. */
  speak: { permission: 'petition.receive', inCharge: false },
  /** Ara cevap: told by the unit, where the authority wants it through its head. */
  inform: { permission: 'answer.draft', inCharge: true },
  decideInterim: { permission: 'answer.approve', inCharge: true },
  /** Whoever sees it may have called somebody. */
  meetUrgency: { permission: 'register.see', inCharge: false },
  /** Two petitions of one person are answered by one answer: the desk sees that they are the same. */
  merge: { permission: 'petition.refer', inCharge: false },
  part: { permission: 'petition.refer', inCharge: false },
  /** In whose hands it is among the officers of the unit in charge. */
  takeOn: { permission: 'answer.draft', inCharge: true },
  assign: { permission: 'answer.draft', inCharge: true },
  /** What was answered is corrected by another answer, approved as the first one was. */
  replaceAnswer: { permission: 'answer.draft', inCharge: true },
  decideReplacement: { permission: 'answer.approve', inCharge: true },
}

/** A complaint about the bureau is not the bureau's to route: a manager does, in its place. */
const BY_A_MANAGER = { permission: 'aboutBureau.refer', inCharge: false } as const
const OR_BY_A_MANAGER = { ...IN_CHARGE_OR_DESK, desk: 'aboutBureau.refer' } as const
const NEEDS_ABOUT_BUREAU: Record<Action, Need> = {
  ...NEEDS,
  ...{ strike: BY_A_MANAGER, passOn: BY_A_MANAGER, refer: BY_A_MANAGER },
  ...{ recall: BY_A_MANAGER, answerHere: BY_A_MANAGER, forward: BY_A_MANAGER },
  ...{ handOver: BY_A_MANAGER, handBack: BY_A_MANAGER, setUrgency: BY_A_MANAGER },
  ...{ amend: BY_A_MANAGER, recognise: BY_A_MANAGER, remind: BY_A_MANAGER },
  ...{ askProgress: BY_A_MANAGER, askUnit: OR_BY_A_MANAGER, releaseUnit: OR_BY_A_MANAGER },
  ...{ name: BY_A_MANAGER, speak: BY_A_MANAGER, noteAnswer: OR_BY_A_MANAGER },
}

/** A complaint about a head whom no unit stands above is decided by a manager. */
const BY_THE_MANAGER = { permission: 'aboutHead.decide', inCharge: false } as const
const NEEDS_ABOUT_HEAD: Record<Action, Need> = {
  ...NEEDS,
  ...{ approve: BY_THE_MANAGER, correct: BY_THE_MANAGER, sendBack: BY_THE_MANAGER },
  decideExtension: BY_THE_MANAGER,
  decideInterim: BY_THE_MANAGER,
  decideReplacement: BY_THE_MANAGER,
}

/** What of a petition says who may do something with it. */
interface Standing {
  isAboutBureau: boolean
  decider: string
}

export function needs(action: Action, { isAboutBureau, decider }: Standing) {
  if (isAboutBureau) return NEEDS_ABOUT_BUREAU[action]
  return (decider === 'manager' ? NEEDS_ABOUT_HEAD : NEEDS)[action]
}
