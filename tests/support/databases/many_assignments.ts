import db from '@adonisjs/lucid/services/db'
import { ANSWERING_STAGES } from '#intake'
import { officer } from '#tests/support/journey'

/**
 * Of what the largest unit has open most is in one officer's hands, half of it shared with its head, and
 * some is in nobody's.
 */
export async function manyAssignments() {
  const [{ id, unitId }, head] = [await officer('tarim'), await officer('tarim.amir')]
  const open = () =>
    db
      .from('petitions')
      .where('unit_id', unitId!)
      .whereIn('stage', [...ANSWERING_STAGES])
  await open().whereRaw('id % 5 <> 0').update({ assignee_id: id })
  await open().whereRaw('id % 5 in (1, 2)').update({ partner_id: head.id })
}
