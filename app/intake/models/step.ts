import { StepSchema } from '#database/schema'

/** Adım: one line of a petition's history: who, what, when. */
export class Step extends StepSchema {}
