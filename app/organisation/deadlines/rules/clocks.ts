/** What a rule of a clock may say. */
interface ClockSaid {
  /** of which it counts so many */
  counted: readonly ('calendar' | 'working' | 'hours')[]
  /** where it may begin, the usual first */
  starts: readonly Start[]
  /** null: whatever was brought has the same; else for these kinds alone, or for any */
  kinds: readonly string[] | 'any' | null
  /** whether it may differ by urgency */
  byUrgency: boolean
  /** set by a law, which nobody here makes longer; a petitioner's own time is never made shorter */
  isLaw: boolean
  isPetitioners: boolean
}

const DAYS = ['calendar', 'working'] as const
const HOURS = ['hours'] as const
const INFORMATION = ['informationRequest'] as const
export type Start =
  'receipt' | 'referral' | 'urgency' | 'notice' | 'question' | 'conclusion' | 'objection'

/**
 * Süreler: the promise and the law's limit, of which a petition keeps the days; what law 4982 extends,
 * and within which time a fee is paid that it asks for, or a question to the petitioner is answered; how long an answer can be judged and objected to, and by when that is decided; how soon the desk refers, a unit speaks with the
 * petitioner and somebody looks at what is urgent.
 */
export const CLOCKS = {
  promise: said(DAYS, ['receipt'], { kinds: 'any' }),
  legal: said(DAYS, ['receipt'], { kinds: 'any', isLaw: true }),
  extended: said(DAYS, ['receipt'], { kinds: INFORMATION, isLaw: true }),
  fee: said(DAYS, ['notice'], { kinds: INFORMATION, isLaw: true, isPetitioners: true }),
  asked: said(DAYS, ['question'], { kinds: 'any' }),
  objection: said(DAYS, ['conclusion'], { kinds: 'any' }),
  review: said(DAYS, ['objection'], { kinds: 'any' }),
  desk: said(HOURS, ['receipt'], { kinds: 'any', byUrgency: true }),
  unit: said(HOURS, ['referral', 'receipt'], { kinds: 'any', byUrgency: true }),
  look: said(HOURS, ['urgency'], { byUrgency: true }),
} satisfies Record<string, ClockSaid>
export type RuleClock = keyof typeof CLOCKS
export const RULE_CLOCKS = Object.keys(CLOCKS) as RuleClock[]

function said(
  counted: ClockSaid['counted'],
  starts: ClockSaid['starts'],
  rest: Partial<ClockSaid>
): ClockSaid {
  return {
    kinds: null,
    byUrgency: false,
    isLaw: false,
    isPetitioners: false,
    counted,
    starts,
    ...rest,
  }
}
