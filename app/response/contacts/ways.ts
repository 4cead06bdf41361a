/** How somebody was spoken with, or looked for. */
export const WAYS = ['call', 'visit', 'meeting', 'message'] as const

/** What came of it. Whoever refused to talk was reached. */
export const RESULTS = ['reached', 'notReached', 'wrongNumber', 'refused'] as const

/** What an officer plans: `meeting` is an appointment (randevu), of which the petitioner is told. */
export const PLANNED = ['call', 'visit', 'meeting'] as const
export type Planned = (typeof PLANNED)[number]

/** How it goes on with somebody who was not reached three times. */
export const CHOICES = ['letter', 'headman', 'telephone', 'without'] as const
export type Choice = (typeof CHOICES)[number]

/** What can stand among what is next; `unreachable` is the state itself, with its choice. */
export type PlanWay = Planned | 'letter' | 'headman' | 'telephone' | 'unreachable'

/** `lapsed`: its petition went on without it. */
export type PlanState = 'open' | 'done' | 'cancelled' | 'lapsed'

/** Whether nobody was spoken with. */
export function isInVain(result: string) {
  return result === 'notReached' || result === 'wrongNumber'
}
