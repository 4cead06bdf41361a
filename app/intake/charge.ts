import { Catalogue, type Officer, type Unit } from '#organisation'

/** A petition's row as far as it says who is in charge. */
interface Charged {
  unitId: number
  desk: string
}

/** No unit has this id: somebody without a unit is in charge of nothing. */
export const NO_UNIT = -1

/**
 * Sorumlu: who is in charge of a petition now. It begins with the bureau, goes to the unit that must
 * answer, and comes back to the bureau when it is given back. Whoever wants to know asks here: a
 * second unit in charge would be one more row, and none of those who ask would notice.
 */
export class Charge {
  /** Where a query that knows `petitions` finds the unit in charge. */
  static readonly column = 'petitions.unit_id'

  static async of(petition: Charged & { authorityId: number }) {
    return new Charge(petition, await Catalogue.of(petition.authorityId))
  }

  /** Narrows a query that knows `petitions` to what this unit is in charge of; null: no unit. */
  static ofUnit<Query extends Conditions>(query: Query, unitId: number | null) {
    return query.where(this.column, unitId ?? NO_UNIT)
  }

  /** Narrows a query for a petition's rows, each of one unit, to those of the unit in charge. */
  static rowsOf<Query extends Conditions>(
    query: Query,
    { id, unitId }: { id: number; unitId: number }
  ) {
    return query.where('petition_id', id).where('unit_id', unitId)
  }

  readonly unit: Unit

  constructor(
    private readonly petition: Charged,
    private readonly catalogue: Catalogue
  ) {
    this.unit = catalogue.unit(petition.unitId)
  }

  /** Whether this officer is one of those in charge. */
  isOf({ atUnit }: Pick<Officer, 'atUnit'>) {
    return atUnit === this.unit.id
  }

  isWith({ id }: Pick<Unit, 'id'>) {
    return id === this.unit.id
  }

  /**
   * Who has it, as people read it. A complaint about the bureau that waits for its unit lies with the
   * authority's head, not with the bureau.
   */
  get holder() {
    const { name } = this.catalogue.authority
    const isWithHead = this.petition.desk === 'management' && this.unit.isBureau
    return isWithHead ? { name, shortName: name } : this.unit
  }
}

interface Conditions {
  where(column: string, value: unknown): this
}
