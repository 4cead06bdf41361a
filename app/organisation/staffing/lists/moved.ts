import { Officer } from '../../models/officer.ts'

/** Those who work in another unit now, and may have in hand what is the unit's of before. */
export function movedLately() {
  return Officer.query().whereNotNull('left_unit_id').orderBy('left_unit_id').limit(PIECE)
}

/** Nothing of it is left, unless they changed again meanwhile. */
export async function nothingIsLeft({ id, leftUnitId }: Officer) {
  await Officer.query().where({ id, left_unit_id: leftUnitId }).update({ left_unit_id: null })
}

const PIECE = 100
