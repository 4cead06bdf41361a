import { NEGATIVE, OUTCOMES } from '#intake'
import { notLonger, refuseFor, required, type Reason } from '#shared/problems'

/** What an answer may come to. Forwarding is the bureau's act, not an answer. */
export const ANSWER_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'forwarded')

/** The only reasons for which a petition may be left unexamined (law 3071 art. 6 a, b, c). */
export const GROUNDS = ['noDefiniteSubject', 'courts', 'missingParticulars'] as const

/** The words of an answer, finished or not. */
export interface Draft {
  outcome: string | null
  ground: string | null
  text: string
  reason: string | null
  remedy: string | null
}

export function isNegative(outcome: string | null) {
  return outcome !== null && NEGATIVE.includes(outcome)
}

/**
 * A draft may be kept half-finished, but not longer than it can be kept, and nothing is chosen that
 * is in no list.
 *
 * @throws Refusal
 */
export function demandKeepable({ outcome, ground, text, reason, remedy }: Draft) {
  refuseFor(
    outcome !== null && withoutOutcome(outcome),
    ground !== null && withoutGround(ground),
    notLonger('text', text),
    notLonger('reason', reason),
    notLonger('remedy', remedy)
  )
}

/** @throws Refusal with everything that a citizen's answer still lacks */
export function demandComplete(draft: Draft) {
  demandKeepable(draft)
  refuseFor(
    withoutOutcome(draft.outcome),
    draft.outcome === 'inadmissible' && withoutGround(draft.ground),
    required('text', draft.text),
    ...withoutRemedy(draft)
  )
}

function withoutOutcome(outcome: string | null): Reason | null {
  const known = ANSWER_OUTCOMES.some((one) => one === outcome)
  return known ? null : { field: 'outcome', rule: 'required' }
}

function withoutGround(ground: string | null): Reason | null {
  const listed = GROUNDS.some((one) => one === ground)
  return listed ? null : { field: 'ground', rule: 'required' }
}

/**
 * A negative answer must say why and where one can go with it (Constitution art. 40/2). The
 * Ombudsman has faulted governorates for leaving it out.
 */
function withoutRemedy({ outcome, reason, remedy }: Draft) {
  if (!isNegative(outcome)) return []
  return [required('reason', reason), required('remedy', remedy)]
}
