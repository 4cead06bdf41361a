import { AnswerDecisionSchema } from '#database/schema'

/** Onay or düzeltme isteği: what the head decided about a draft, when, and why it was sent back. */
export class AnswerDecision extends AnswerDecisionSchema {}
