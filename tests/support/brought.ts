import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Message } from '#notification'
import { today } from '#shared/dates/turkish_date'
import { officer } from '#tests/support/journey'

export const PETITIONER = { name: 'Ayşe Deneme', phone: '0500 012 34 56' }
export const SPEAKER = {
  relation: 'lawyer',
  representative: 'Avukat Deneme',
  representativeId: '12345678950',
  representativePhone: '0500 098 76 54',
  proof: 'powerOfAttorney',
  proofNote: 'Edremit 1. Noterliği, 12345',
}

/** Sends the desk's form as `masa` fills it in. */
export async function written(
  client: ApiClient,
  fields: Record<string, string>,
  path = '/masa/yeni'
) {
  const masa = await officer('masa')
  const form = await client.get(path).loginAs(masa)
  const { _csrf, ...hidden } = hiddenFields(form.text(), path) as Record<string, string>
  const typed = { ...hidden, channel: 'desk', kind: 'request', text: 'Suyumuz akmıyor.', ...fields }
  return client.post(path).redirects(0).loginAs(masa).withCsrfToken().form(typed)
}

/** The petition that was written down last. */
export function newest() {
  return Petition.query().orderBy('id', 'desc').firstOrFail()
}

/** A day so many days ago, as people write it. */
export function daysAgo(days: number) {
  return today().minus({ days }).toFormat('d.M.yyyy')
}

export async function card(client: ApiClient, { number }: Petition, login = 'sef') {
  const page = await client.get(`/dosya/${number}`).loginAs(await officer(login))
  return page.text().replaceAll('\u00a0', ' ')
}

export async function found(client: ApiClient, ara: string, login = 'masa') {
  const who = await officer(login)
  const page = await client.post('/kayit').loginAs(who).withCsrfToken().form({ ara })
  return [...page.text().matchAll(/id="p(\d{10})"/g)].map(([, number]) => number)
}

/** What was put into the outbox, and to whom. */
export async function told() {
  const messages = await Message.query().orderBy('id')
  return messages.map(({ event, recipient }) => `${event} ${recipient}`)
}
