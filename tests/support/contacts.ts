import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Contact, ContactPlan } from '#response'
import { today } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { sendAs } from '#tests/support/officers'

export const PHONE = PhoneNumber.parse('0500 012 34 56')

/** As it stands in the database now. */
export function fresh({ id }: { id: number }) {
  return Petition.findOrFail(id)
}

/** Sends a form of what is next with a petition’s petitioner. */
export function plan(
  client: ApiClient,
  who: Officer,
  { number }: { number: string },
  fields: Record<string, string>,
  rest = 'plan'
) {
  return sendAs(client, who, `/dosya/${number}/${rest}`, fields)
}

/** All that was ever planned of it, the newest last. */
export function plansOf({ id }: { id: number }) {
  return ContactPlan.query().where('petition_id', id).orderBy('id')
}

/** A working day, so many days ahead at least, as somebody types it and as it is kept. */
export async function openDay(authorityId: number, ahead = 1) {
  const { calendar } = await Catalogue.of(authorityId)
  const day = calendar.nextWorkingDay(today().plus({ days: ahead }))
  return { typed: day.toFormat('d.M.yyyy'), day: day.toISODate()! }
}

/** Nobody answers, and it was so many days ago. */
export async function inVain(petition: Petition, officer: Officer, daysAgo = 0) {
  const said = { way: 'call', result: 'notReached', note: 'Telefon açılmadı.' }
  const contact = await Contact.make(await fresh(petition), officer, said)
  await contact.merge({ madeAt: DateTime.utc().minus({ days: daysAgo }) }).save()
}
