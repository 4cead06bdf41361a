import { type Faults } from './faults.ts'

const SOME = { every: 10 }

/** What may go wrong at an operator, by name, for the command line and the tests. */
export const SCENARIOS = {
  'nothing wrong': {},
  'slow': { delay: 50, jitter: 150 },
  'throttled': { throttle: SOME },
  'queue full': { queueFull: SOME },
  'drops before': { drop: { when: 'before', which: SOME } },
  'drops half-way': { drop: { when: 'halfway', which: SOME } },
  'drops after': { drop: { when: 'after', which: SOME } },
  'mute': { mute: true },
  'goes mute': { mute: { after: 7 } },
  'hangs': { hang: { milliseconds: 150, which: SOME } },
  'refuses binds': { bind: { status: 0x0d, first: 3 } },
  'already bound': { holdsBind: 60, drop: { when: 'after', which: SOME } },
  'wrong password': { password: 'another one' },
  'forgets the bind': { refuse: { status: 0x04, which: SOME } },
  'unbinds': { unbind: SOME },
  'garbage': { garbage: SOME },
  'length 4': { badLength: { length: 4, which: SOME } },
  'length 8': { badLength: { length: 8, which: SOME } },
  'length 15': { badLength: { length: 15, which: SOME } },
  'length 70001': { badLength: { length: 70_001, which: SOME } },
  'receipts early': { receipts: { early: true } },
  'receipts late': { receipts: { late: 500 } },
  'receipts twice': { receipts: { twice: true } },
  'receipts lost': { receipts: { lost: 0.5 } },
  'receipts as text': { receipts: { textOnly: true } },
  'receipts on the way first': { receipts: { onTheWay: true } },
  'receipts for strangers': { receipts: { strangers: SOME } },
  'receipts with a state of no list': { receipts: { strangeState: SOME } },
  'receipts cut off': { receipts: { cutTlvs: SOME } },
  'receipts with a second id': { receipts: { secondId: true, textOnly: true } },
  'ids hex, receipts decimal': { ids: { answer: 'hex', receipt: 'decimal' } },
  'ids decimal, receipts hex': { ids: { answer: 'decimal', receipt: 'HEX with zeros' } },
  'people answer': { replies: SOME },
  'refuses for now': { refuse: { status: 0x45, which: SOME } },
  'refuses for good': { refuse: { status: 0x0b, which: SOME } },
  'refuses with a status of no list': { refuse: { status: 0x40a, which: SOME } },
  'refuses the sender name': { refuse: { status: 0x0a, which: SOME } },
  'undelivered': { undelivered: SOME },
} satisfies Record<string, Faults>

export type ScenarioName = keyof typeof SCENARIOS
