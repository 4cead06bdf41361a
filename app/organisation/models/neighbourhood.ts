import { beforeSave } from '@adonisjs/lucid/orm'
import { NeighbourhoodSchema } from '#database/schema'
import { folded } from '#shared/folded_text'

export const NEIGHBOURHOOD_KINDS = ['quarter', 'village'] as const
export type NeighbourhoodKind = (typeof NEIGHBOURHOOD_KINDS)[number]

/** Mahalle veya köy: a place of an authority. Closed, not taken away, when it is merged or renamed by law. */
export class Neighbourhood extends NeighbourhoodSchema {
  /** Found and ordered as people type it. */
  @beforeSave()
  static fold(row: Neighbourhood) {
    row.foldedName = folded(row.name)
  }
}
