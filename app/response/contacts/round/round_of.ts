import { Access, type Petition, Petitioner, toldOfEach } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { ContactPlan } from '../../models/contact_plan.ts'
import { linesOf } from '../lists/planned_list.ts'
import { houseOf, inWalkingOrder } from './walking_order.ts'

/** Nobody visits more in a day. */
export const MOST_VISITS = 60

/** The open visits of an officer's unit on one day (2026-12-02), of one colleague or of all. */
export async function visitsOn(officer: Officer, day: string, who: number | null) {
  const visits = ContactPlan.query()
    .where({ unit_id: officer.atUnit ?? 0, state: 'open', day, way: 'visit' })
    .orderBy('id')
    .limit(MOST_VISITS)
  if (who) visits.where('officer_id', who)
  const lines = await linesOf(officer, await visits)
  // Where somebody lives is shown to whoever may know who it is.
  const open = lines.filter(({ petition }) => !petition.hidesPetitionerFrom(officer))
  return open.length > 0 ? inWalkingOrder(await withPeople(officer, open)) : []
}

async function withPeople<T extends { petition: Petition }>(officer: Officer, lines: T[]) {
  const ids = lines.map(({ petition }) => petition.id)
  for (const id of ids) await Access.record(officer, { petition: { id } })
  const people = await Petitioner.query().whereIn('petition_id', ids)
  const told = await toldOfEach(ids)
  return lines.map((line) => {
    const { id, place } = line.petition
    const person = people.find(({ petitionId }) => petitionId === id)
    const contact = told.find(({ petitionId }) => petitionId === id)
    const address = person?.address ?? null
    return {
      ...line,
      ...{ name: person?.name ?? null, speaker: contact?.name ?? null, address },
      phone: contact?.phone ? (PhoneNumber.parse(contact.phone)?.pretty ?? null) : null,
      house: houseOf(address ?? '', place),
    }
  })
}
