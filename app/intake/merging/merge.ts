import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Charge } from '../charge.ts'
import { Merge } from '../models/merge.ts'
import { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { inOrder, unmergeableWith } from './mergeable.ts'
import { isOfOnePerson } from './same_person.ts'

/**
 * Birleştirme: two petitions of one person are answered by one answer. Both numbers live, each with its
 * history; a step in each says which one leads.
 *
 * @returns the one that leads
 * @throws Refusal where they cannot be one; PetitionChanged where either was changed meanwhile
 */
export async function merge(one: Petition, other: Petition, officer: Officer) {
  const [lead, led] = inOrder(one, other)
  const rule = unmergeableWith(lead, led)
  if (rule) throw refused(rule, lead, led)
  if (!(await isOfOnePerson(lead, led))) throw refused('person', lead, led)
  const { bureau: unit } = await Catalogue.of(lead.authorityId)
  await lead.change(async (fresh, trx) => {
    const follower = await asItWas(led, trx)
    await demandBoth(fresh, follower, officer)
    const [its, theirs] = [fresh.shownNumber, follower.shownNumber]
    await fresh.take({
      ...{ kind: 'mergedFrom', officer, unit, trx, publicText: theirs },
      changes: { leads: fresh.leads + 1 },
    })
    await follower.take({
      ...{ kind: 'mergedInto', officer, unit, trx, publicText: its },
      changes: { leadId: fresh.id },
      alongside: () => Merge.make({ id: led.id, stage: led.stage }, fresh, officer, trx),
    })
  })
  return lead
}

/** @throws PetitionChanged */
async function asItWas({ id, version }: Petition, trx: TransactionClientContract) {
  const fresh = await Petition.findOrFail(id, { client: trx })
  if (fresh.version !== version) throw new PetitionChanged()
  return fresh
}

async function demandBoth(lead: Petition, led: Petition, officer: Officer) {
  const rule = unmergeableWith(lead, led)
  if (rule) throw refused(rule, lead, led)
  for (const one of [lead, led]) {
    await one.knowOwner(officer)
    if (!one.allows('merge', officer, await Charge.of(one))) throw refused('notAllowed', lead, led)
  }
}

function refused(rule: string, lead: Petition, led: Petition) {
  const values = { lead: lead.shownNumber, led: led.shownNumber }
  return new Refusal({ field: 'other', rule, values })
}
