import { UnitNameSchema } from '#database/schema'

/** Eski ad: what a unit was called until a moment; papers of before keep it. */
export class UnitName extends UnitNameSchema {}
