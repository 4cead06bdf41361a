import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Charge } from '../charge.ts'
import type { LastDays } from '../models/last_day.ts'
import { Merge } from '../models/merge.ts'
import { Petition } from '../models/petition.ts'
import { movedSince } from '../moving/while_withdrawn.ts'
import type { Stage } from '../stages.ts'
import { ledBy } from './led_by.ts'

/**
 * Ayırma: a petition goes on by itself, where it stood before the merger.
 *
 * @param led the one that is led
 * @throws Refusal after seven days, or where it is led by none; PetitionChanged
 */
export async function part(led: Petition, officer: Officer) {
  if (!led.leadId || led.stage !== 'merged') throw refused('notLed')
  const merger = await Merge.nowOf(led)
  if (!merger.mayBeParted) throw refused('partedTooLate')
  const lastDays = await movedSince(led, merger.mergedAt)
  await led.knowOwner(officer)
  if (!led.allows('part', officer, await Charge.of(led))) throw refused('notAllowed')
  const before = await Petition.findOrFail(led.leadId)
  await before.change(async (lead, trx) => {
    const follower = await Petition.findOrFail(led.id, { client: trx })
    if (follower.leadId !== lead.id || follower.stage !== 'merged') throw refused('notLed')
    await goOn(lead, follower, { officer, lastDays }, trx)
  })
}

/**
 * All that a petition leads, and it from what leads it, go on by themselves: it is another matter now, or
 * its petitioner gave it up.
 */
export async function partAll(petition: Petition, trx: TransactionClientContract) {
  for (const led of await ledBy(petition, Petition, trx)) {
    await goOn(petition, led, BY_ITSELF, trx)
  }
  if (!petition.leadId || petition.stage !== 'merged') return
  const lead = await Petition.findOrFail(petition.leadId, { client: trx })
  await goOn(lead, petition, BY_ITSELF, trx)
}

const BY_ITSELF = { officer: null, lastDays: {} }

async function goOn(
  lead: Petition,
  led: Petition,
  { officer, lastDays }: { officer: Officer | null; lastDays: LastDays },
  trx: TransactionClientContract
) {
  const { bureau: unit } = await Catalogue.of(lead.authorityId)
  const merger = await Merge.nowOf(led, trx)
  const by = officer ? { officer } : {}
  await lead.take({
    ...{ kind: 'partedFrom', ...by, unit, trx, publicText: led.shownNumber },
    changes: { leads: lead.leads - 1 },
  })
  await led.resume(merger.stageWas as Stage, lastDays, trx, {
    ...{ kind: 'parted', ...by },
    changes: { leadId: null },
    alongside: () => merger.end(officer, trx),
  })
}

function refused(rule: string) {
  return new Refusal({ field: 'other', rule })
}
