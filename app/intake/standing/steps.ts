/** Where a petition can stand; what may be done there, says stages.ts. */
export const STAGES = [
  'received',
  'routed',
  'inProgress',
  'awaitingApproval',
  'concluded',
  'returned',
  'withdrawn',
  // Opened again where nobody is in charge of it any more, as after a withdrawal.
  'reopened',
  // Whoever brought it was asked, and has not answered.
  'awaitingPetitioner',
  // Another petition of the same person leads it, and is answered for both.
  'merged',
] as const
export type Stage = (typeof STAGES)[number]

/**
 * Every step a petition takes: the closed list of kinds, each with the stage it leads to. Null: the
 * petition stays where it is.
 */
export const STEPS = {
  received: 'received',
  referred: 'routed',
  returned: 'returned',
  /** The desk took it back from the unit: it was the wrong one, and that is no return. */
  recalled: 'returned',
  unitNoted: null,
  /** Another unit is asked, answers or says that it is not for it; nobody waits for it any more. */
  unitAsked: null,
  unitAnswered: null,
  unitDeclined: null,
  unitReleased: null,
  /** The desk asks the unit in charge how far it is, and is told. */
  progressAsked: null,
  progressTold: null,
  /** Its unit was closed, and another one has it where it stands. */
  handedOn: null,
  /** Its unit was closed: where it goes is to be said anew. */
  unitClosed: 'returned',
  started: 'inProgress',
  contacted: 'inProgress',
  /** Nobody was reached: the first talk is still to come. Tried three times, it says how it goes on. */
  tried: 'inProgress',
  unreachable: null,
  wentOn: null,
  /** A visit has its day; the petitioner got an appointment, another one, or none any more; a ready text. */
  visitPlanned: null,
  visitMoved: null,
  meetingGiven: null,
  meetingMoved: null,
  meetingCancelled: null,
  texted: null,
  submitted: 'awaitingApproval',
  /** The head mends the words, and they still wait. */
  corrected: null,
  sentBack: 'inProgress',
  /** Before the head decided: its writer took it back, or somebody else goes on writing it. */
  takenBack: 'inProgress',
  takenOver: 'inProgress',
  concluded: 'concluded',
  forwarded: 'concluded',
  /** Of what was forwarded: its letter got a number, left the house, was answered, or needs no answer here. */
  forwardingNumbered: null,
  forwardingSent: null,
  forwardingAnswered: null,
  forwardingClosed: null,
  /** It waits at another authority's desk. */
  handedOver: 'received',
  handedBack: 'returned',
  secretRenewed: null,
  /** Days off that were entered later move the promised day, or the law's alone. */
  dayMoved: null,
  legalDayMoved: null,
  /** The unit wants a later day, its head grants it or does not; law 4982 art. 11 gives one itself. */
  extensionAsked: null,
  extensionRefused: null,
  extended: null,
  legalExtended: null,
  /** Law 4982 asks for a fee, which stops its clock; paid, it goes on, unpaid the request is given up. */
  feeAsked: null,
  feePaid: null,
  feeLapsed: 'withdrawn',
  restricted: null,
  restrictionLifted: null,
  /** What gives its petitioner away was struck out of a tip-off. */
  struck: null,
  /**
   * A unit wants to know something of whoever brought a tip-off; who brought a petition is asked, reminded,
   * and answers, or does not in time, or nobody waits for it any more. The promise stands meanwhile.
   */
  asked: null,
  askedOn: 'awaitingPetitioner',
  askedReminded: null,
  clarified: 'inProgress',
  unanswered: 'inProgress',
  askingStopped: 'inProgress',
  /** The petitioner added something, and whoever has it has read it. */
  added: null,
  addedRead: null,
  telephoneChanged: null,
  /** The desk wrote down more of what the petitioner says. */
  addedAtDesk: null,
  /** The desk corrects what was written down wrongly; the telephone, and a promised day that moves with it, by themselves. */
  amended: null,
  telephoneAmended: null,
  dayAmended: null,
  /** The desk said whom a complaint means, which passes that person by from now on. */
  personNamed: null,
  /** Somebody stood at the counter, and was told what is known. */
  spokenAtDesk: null,
  /** Whoever lost the code was known again, or it goes to the recorded address. */
  knownByDocument: null,
  knownByTelephone: null,
  codeByLetter: null,
  /** The desk says how soon somebody must look, somebody what was done, the clock whom it tells. */
  urgencySet: null,
  urgencyMet: null,
  urgencyClimbed: null,
  /** A last day is near or there, and whoever works on it was reminded; it has passed, and those above were. */
  reminded: null,
  climbed: null,
  /** The petitioner wants no answer any more. */
  withdrawn: 'withdrawn',
  /** The same of what stays open: a tip-off, or what is urgent. */
  withdrawalNoted: null,
  /** The petitioner thought better of it: back to where it stood, or to the desk. */
  withdrawalUndone: 'reopened',
  /** Ara cevap: told to the petitioner; where the head reads it first, put before the head or sent back. */
  interimAnswered: null,
  interimSubmitted: null,
  interimSentBack: null,
  /** Two petitions of one person are answered together, and go on by themselves again: in either of them. */
  mergedInto: 'merged',
  mergedFrom: null,
  parted: 'inProgress',
  partedFrom: null,
  /** A given answer is corrected: another one waits for the head, is sent back, or takes its place. */
  replacementSubmitted: null,
  replacementSentBack: null,
  answerReplaced: null,
  /** After the answer: its petitioner objects, and somebody above decides that it stands, or opens it anew. */
  objected: null,
  objectionClimbed: null,
  /** Others may see it now: somebody else decides. */
  objectionPassed: null,
  objectionRejected: null,
  reopened: 'inProgress',
  /** What an answer promised for a later day: it is there, and what became of it. */
  commitmentDue: null,
  commitmentHandedOn: null,
  commitmentKept: null,
  commitmentMoved: null,
  commitmentBroken: null,
  /** A manager wants something done with it; it is answered, brought to mind, or over. */
  directed: null,
  directiveAnswered: null,
  directiveDue: null,
  directiveClosed: null,
  /** An officer of the unit takes it on, hands it to another one, shares the work, or leaves it to nobody. */
  takenOn: null,
  assigned: null,
  shared: null,
  putBack: null,
} as const satisfies Record<string, Stage | null>
export type StepKind = keyof typeof STEPS

/** To speak with a petitioner, or to try to, ends no waiting for a written answer. */
const TALKS: readonly StepKind[] = ['contacted', 'tried']

/** Where a step leads from there. */
export function leadsTo(kind: StepKind, from: Stage): Stage {
  if (TALKS.includes(kind) && from === 'awaitingPetitioner') return from
  return STEPS[kind] ?? from
}

/** Whether a step of this kind led anywhere. */
export function moves(kind: string) {
  return STEPS[kind as StepKind] !== null
}
