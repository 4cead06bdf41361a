import { StepSchema } from '#database/schema'
import type { Catalogue } from '#organisation'

/** Adım: one line of a petition's history: who, what, when. */
export class Step extends StepSchema {
  /**
   * The unit whose letter this step's text is, under the authority's name. What was forwarded is
   * not the outside body's word: the bureau tells that it was sent there.
   */
  sender(catalogue: Catalogue) {
    const { bureau } = catalogue
    return this.unitId === null || this.outcome === 'forwarded'
      ? bureau
      : catalogue.unit(this.unitId)
  }
}
