import { NEGATIVE, OUTCOMES } from '#intake'
import { Typed } from '#shared/typed/typed'
import { openPlace } from './ready_texts/placeholders.ts'

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
export function demandKeepable(draft: Draft) {
  demand(draft, { isComplete: false })
}

/** @throws Refusal with everything that a citizen's answer still lacks */
export function demandComplete(draft: Draft) {
  demand(draft, { isComplete: true })
}

/**
 * A negative answer must say why and where one can go with it (Constitution art. 40/2). The
 * Ombudsman has faulted governorates for leaving it out.
 */
function demand(
  { outcome, ground, text, reason, remedy }: Draft,
  { isComplete }: { isComplete: boolean }
) {
  const isRefusal = isComplete && isNegative(outcome)
  const isUnexamined = isComplete && outcome === 'inadmissible'
  new Typed({ outcome, ground, text, reason, remedy }).read((form) => {
    form.choice('outcome', ANSWER_OUTCOMES, { required: isComplete, wrong: 'required' })
    form.choice('ground', GROUNDS, { required: isUnexamined, wrong: 'required' })
    form.multiline('text', { required: isComplete })
    const place = isComplete ? openPlace(text) : null
    if (place) form.wrong('text', 'openPlace', { place })
    form.multiline('reason', { required: isRefusal })
    form.multiline('remedy', { required: isRefusal })
  })
}
