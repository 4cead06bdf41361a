import type { StepKind } from '#intake'

/** What a citizen is told of a petition; each has its words in resources/lang/<locale>/notification/texts.json. */
export const EVENTS = [
  'received',
  'routed',
  'handedOver',
  'forwarded',
  'bodyAnswered',
  'concluded',
  'renewed',
  'moved',
  'withdrawn',
  'withdrawalUndone',
  'asked',
  'telephoneChanged',
  'dayAmended',
  'extended',
  'legalExtended',
  'feeAsked',
  'feeLapsed',
  'meetingGiven',
  'meetingMoved',
  'meetingCancelled',
  'callBack',
  'visitComing',
  'askedAgain',
  'interimAnswered',
  'answerReplaced',
  'objectionDecided',
  'reopened',
  'commitmentTold',
] as const

/** What is said without a petition: a one-time code, the test of a gateway, an officer's link. */
export const WITHOUT_PETITION = [
  'code',
  'test',
  'passwordLink',
  // To whoever joined a petition: of it they know neither number nor words.
  'joined',
  'joinConcluded',
  // To officers: a petition must be looked at, or nobody has written what was done.
  'urgent',
  'stillUrgent',
  // To officers, once a day: how many petitions wait for them.
  'digest',
  // To an outside body: the letter with which a petition was forwarded to it.
  'outsideLetter',
  // To whoever wrote to the bureau's mailbox.
  'mailArrived',
  // The link that asks whether an answer helped: by e-mail, and never a second time.
  'survey',
] as const
export type MessageEvent = (typeof EVENTS)[number] | (typeof WITHOUT_PETITION)[number]

/**
 * The second text of an event whose first one may promise a day: it is told when that day has passed,
 * because somebody was late or because the message had to wait.
 */
export const LATE: Partial<Record<string, LateText>> = {
  received: 'receivedLate',
  routed: 'routedLate',
  moved: 'movedLate',
}
type LateText = 'receivedLate' | 'routedLate' | 'movedLate'

/** A text that has words of its own. */
export type TextName = MessageEvent | LateText

/** What ends a petition: nobody may be left without it. */
export const ENDS: readonly MessageEvent[] = ['concluded', 'forwarded', 'answerReplaced']

/** What a law wants to be told in writing, and what waits for them: a task where no message reaches the petitioner. */
export const BY_HAND: readonly MessageEvent[] = [
  ...ENDS,
  ...(['bodyAnswered', 'legalExtended', 'feeAsked', 'feeLapsed', 'asked'] as const),
  ...(['objectionDecided', 'reopened', 'commitmentTold'] as const),
]

/** To officers, of life and limb: no night and no cap holds it, and no silence of a petitioner’s. */
export const ALARMS: readonly MessageEvent[] = ['urgent', 'stillUrgent']

/** Never sent when it may have been sent already. */
export const AT_MOST_ONCE: readonly MessageEvent[] = ['code']

/** Somebody is waiting for it at this moment, whatever the hour. */
export const AT_HAND: readonly MessageEvent[] = [
  'received',
  'renewed',
  'code',
  'test',
  'passwordLink',
  'joined',
]

/** Who leaves first: the least. A code is waited for within seconds, the number of a petition as well. */
export const PRIORITY = { code: 0, number: 1, news: 2 } as const

export function priorityOf(event: MessageEvent) {
  if (event === 'code' || ALARMS.includes(event)) return PRIORITY.code
  return AT_HAND.includes(event) ? PRIORITY.number : PRIORITY.news
}

/** What carries a petition's secret, or a join's: sealed while it waits, blanked once it was told. */
export const TELLS_SECRET: readonly string[] = [
  'received',
  'renewed',
  'joined',
] satisfies MessageEvent[]

/**
 * Which steps the petitioner hears of. Silence is a decision too, so each kind of step stands here;
 * a new one does not compile until somebody decides.
 */
export const EVENT_OF_STEP = {
  received: 'received',
  /** The first time only, and not when the bureau keeps it: see listeners.ts. */
  referred: 'routed',
  /** Another authority has it now, also when it is given back: law 3071 art. 5. */
  handedOver: 'handedOver',
  handedBack: 'handedOver',
  forwarded: 'forwarded',
  /** The look-up shows number and day to whoever wants to know. */
  forwardingNumbered: null,
  /** To the body, where it goes by e-mail (outside_letters.ts). */
  forwardingSent: null,
  forwardingAnswered: 'bodyAnswered',
  forwardingClosed: null,
  concluded: 'concluded',
  secretRenewed: 'renewed',
  dayMoved: 'moved',
  /** The day that the citizen was told stays. */
  legalDayMoved: null,
  /** Between unit and head. */
  extensionAsked: null,
  extensionRefused: null,
  extended: 'extended',
  legalExtended: 'legalExtended',
  feeAsked: 'feeAsked',
  /** Whoever paid knows. */
  feePaid: null,
  feeLapsed: 'feeLapsed',
  /** Back at the bureau: for the citizen nothing has moved, and the promised day stays. */
  returned: null,
  recalled: null,
  unitNoted: null,
  /** Between units: whoever brought it hears of the answer. */
  unitAsked: null,
  unitAnswered: null,
  unitDeclined: null,
  unitReleased: null,
  progressAsked: null,
  progressTold: null,
  /** The look-up says who has it; the promised day stays. */
  handedOn: null,
  unitClosed: null,
  /** The unit's own work; the look-up shows it to whoever wants to know. */
  started: null,
  /** The citizen was part of the conversation. */
  contacted: null,
  /** An officer sends a ready text where it helps (ready/). */
  tried: null,
  unreachable: null,
  wentOn: null,
  visitPlanned: null,
  /** Only where its first day was told. */
  visitMoved: 'visitComing',
  meetingGiven: 'meetingGiven',
  meetingMoved: 'meetingMoved',
  meetingCancelled: 'meetingCancelled',
  texted: null,
  /** A draft between officer and head is nobody's news until it is given. */
  submitted: null,
  corrected: null,
  sentBack: null,
  takenBack: null,
  takenOver: null,
  restricted: null,
  restrictionLifted: null,
  struck: null,
  /** Between unit and desk. */
  asked: null,
  askedOn: 'asked',
  askedReminded: 'askedAgain',
  /** The petitioner did it, or the look-up says that nobody waits any more. */
  clarified: null,
  unanswered: null,
  askingStopped: null,
  /** The petitioner did it; officers read it in their lists. */
  added: null,
  addedRead: null,
  /** Told to the old one: listeners hear of it before it is another. */
  telephoneChanged: 'telephoneChanged',
  telephoneAmended: 'telephoneChanged',
  /** Whoever stood at the desk said it. */
  addedAtDesk: null,
  spokenAtDesk: null,
  amended: null,
  dayAmended: 'dayAmended',
  personNamed: null,
  /** The renewal that follows is told. */
  knownByDocument: null,
  knownByTelephone: null,
  codeByLetter: null,
  /** Officers are told (officers.ts), the petitioner is called. */
  urgencySet: null,
  urgencyMet: null,
  urgencyClimbed: null,
  /** Of last days each officer hears once a day (digests/). */
  reminded: null,
  climbed: null,
  /** Whoever did not do it has seven days to undo it. */
  withdrawn: 'withdrawn',
  withdrawalUndone: 'withdrawalUndone',
  /** It stays open: an answer will come as promised. */
  withdrawalNoted: null,
  interimAnswered: 'interimAnswered',
  /** Between unit and head, until it takes the place of what was answered. */
  replacementSubmitted: null,
  replacementSentBack: null,
  answerReplaced: 'answerReplaced',
  /** Between unit and head. */
  interimSubmitted: null,
  interimSentBack: null,
  /** The look-up says which number leads: one person has both. */
  mergedInto: null,
  mergedFrom: null,
  parted: null,
  partedFrom: null,
  /** The petitioner did it, and is told what came of it. */
  objected: null,
  objectionClimbed: null,
  objectionPassed: null,
  objectionRejected: 'objectionDecided',
  reopened: 'reopened',
  /** The unit is reminded; its petitioner hears what became of it. */
  commitmentDue: null,
  commitmentHandedOn: null,
  commitmentKept: 'commitmentTold',
  commitmentMoved: 'commitmentTold',
  commitmentBroken: 'commitmentTold',
  /** Between a manager and whoever works on it. */
  directed: null,
  directiveAnswered: null,
  directiveDue: null,
  directiveClosed: null,
  /** Among the officers of the unit. */
  takenOn: null,
  assigned: null,
  shared: null,
  putBack: null,
} as const satisfies Record<StepKind, MessageEvent | null>
