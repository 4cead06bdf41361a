import type { Unit } from '#organisation'
import type { Span } from './reasons.ts'

/**
 * Why a unit is suggested: the last unit named it when it gave the petition back, a rule of the
 * authority, its subject, its keywords, or what officers decided of petitions like it.
 */
export type Reason = 'named' | 'rule' | 'subject' | 'words' | 'learned'

/** A unit, or an outside body, that a petition probably belongs to. */
export interface Candidate {
  unit: Unit
  reason: Reason
  /** 0 to 1; null: not by its words */
  certainty: number | null
  /** where in the petition's text the words stand that say so */
  spans: readonly Span[]
  because: readonly string[]
  /** of a rule: what it says of itself */
  rule?: string
  /** which version of the model; null: none, keywords alone */
  modelId: number | null
}

/** From here on one is said to be it, and stands chosen until somebody chooses otherwise. */
const ONE = 0.6

/** Whether it is so sure that it stands chosen in the form; somebody still has to press. */
export function isChosenBeforehand({ certainty }: Candidate) {
  return certainty === null || certainty >= ONE
}
