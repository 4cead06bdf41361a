import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, installation } from '#organisation'
import { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import { LEVELS } from './level.ts'
import { beginsAt, whoDecides } from './who_decides.ts'

/**
 * Others may see a petition from now on: an objection that waits is decided by whoever may now, from
 * the level on at which it began or which it had reached by its day. Its day stays. It never passes to
 * whoever gave the answer, who may be the one that restricts it: where nobody else sees it, it waits
 * where it is.
 */
export async function askWhoDecides(petition: Petition, trx: TransactionClientContract) {
  const one = petition.isOpen ? null : await Objection.of(petition, trx)
  if (!one?.isOpen) return
  const catalogue = await Catalogue.of(petition.authorityId)
  const { level, givenBy } = await beginsAt(petition, one, catalogue, trx)
  const reached = one.climbedOn ? one.level : level
  const from = LEVELS[Math.max(LEVELS.indexOf(level), LEVELS.indexOf(reached))]!
  const placed = { petition, unitId: one.unitId, givenBy, installation: await installation() }
  const decides = await whoDecides(from, placed, trx)
  if (decides.givenBy !== givenBy) return
  one.merge(decides).useTransaction(trx)
  if (!one.$isDirty) return
  await petition.take({ kind: 'objectionPassed', alongside: () => one.save(), trx })
}
