import env from '#start/env'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { ForwardingDispatch, WAYS, type Way } from '../../models/forwarding_dispatch.ts'
import { change, type Followed } from '../change.ts'
import { wasSent } from '../done.ts'

/**
 * By which ways the letter can leave: by e-mail where the body has an address and this house sends any.
 */
export async function waysTo({ petition, forwarding }: Pick<Followed, 'petition' | 'forwarding'>) {
  const body = (await Catalogue.of(petition.authorityId)).unit(forwarding.unitId)
  const recipient = env.get('MAIL_MAILER') === 'none' ? null : body.email
  return { recipient, ways: WAYS.filter((way) => way !== 'email' || recipient !== null) }
}

/**
 * Gönderim: the letter left, by the officer's word; by e-mail it leaves now. Only an e-mail is sent
 * from here: KEP is the office's own, and its reference is written down.
 *
 * @throws Refusal with what is to be mended; ForwardingChanged, NotAllowed, PetitionChanged
 */
export async function noteDispatch(followed: Followed, typed: Typed) {
  const { forwarding, officer, petition } = followed
  const { recipient, ways } = await waysTo(followed)
  const said = typed.read((form) => {
    const way = form.choice('sent_by', ways, { required: true })
    const reference = form.line('reference', { max: LONGEST.forwarding_dispatches.reference })
    const day = form.day('sent_on') ?? (form.text('sent_on') ? null : today())
    if (way === 'kep' && !reference) form.wrong('reference', 'required')
    if (day && day > today()) form.wrong('sent_on', 'future')
    else if (day && day < dayOf(petition.receivedAt)) form.wrong('sent_on', 'early')
    return { way, reference, day: way === 'email' ? today() : day! }
  })
  const row = { way: said.way as Way, reference: said.reference, sentOn: said.day }
  if (await wasSent(forwarding, row, officer)) return
  // Nothing that leaves by itself goes without its number.
  if (said.way === 'email' && !forwarding.documentNumber) {
    throw new Refusal({ field: 'sent_by', rule: 'unnumbered' })
  }
  await change(followed, typed.text('version'), async (current, unit, trx) => {
    const of = { forwardingId: forwarding.id, officerId: officer.id, notedAt: DateTime.utc() }
    const to = said.way === 'email' ? recipient : null
    await ForwardingDispatch.create({ ...of, ...row, recipient: to }, { client: trx })
    await current.take({ kind: 'forwardingSent', officer, unit, note: said.reference, trx })
  })
}
