import env from '#start/env'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import type { Petition, Reachable, Told, WaysAsked } from '#intake'
import { HAND } from './follow_up/by_hand.ts'
import type { Channel } from './channel.ts'
import { Silence } from './models/silence.ts'

/** A way to a petitioner, and why it is not to be gone. */
export interface Recipient {
  channel: Channel
  recipient: string
  suppressed?: string
}

/** Where a petitioner is told. Asks nothing: a submission passes here. */
export function recipients({ phone, email, declinesTexts }: Reachable) {
  const to: Recipient[] = []
  const textFault = declinesTexts ? 'declined' : undefined
  if (phone) to.push({ channel: 'sms', recipient: phone, suppressed: textFault })
  if (email) to.push({ channel: 'email', recipient: email, suppressed: mailFault() })
  return to
}

/**
 * What ends a petition is told by hand where neither text nor e-mail reaches anybody: the bureau has
 * to write or to go there. Whoever wants no texts knows where to look, and is left in peace; so does
 * whoever stayed unknown, to whom nobody could go.
 */
export async function byHand(petition: { authorityId: number }, told: Told, trx: Trx) {
  const { phone, declinesTexts } = told
  if (!told.canBeFound) return []
  const open = recipients(told).filter(({ suppressed }) => !suppressed)
  if (open.some(({ channel }) => channel === 'email') || (phone && declinesTexts)) return []
  const silences = phone ? await Silence.of(petition, phone, trx) : []
  const isReached = phone && !silences.some(({ reason }) => reason === 'wrongNumber')
  return isReached ? [] : [HAND]
}

/** Opens the ways by which this petitioner will be told, for the receipt that promises them. */
export async function openWays(asked: WaysAsked) {
  for (const { channel, recipient, suppressed } of recipients(asked.petitioner)) {
    if (suppressed) continue
    const isSilent = channel === 'sms' && (await Silence.holdsFor(asked.authorityId, recipient))
    if (!isSilent) asked.open(channel as 'sms' | 'email')
  }
}

/** Whether anything that is told will leave for this petitioner. */
export async function isReachable(petition: Petition, told: Told) {
  const open = recipients(told).filter(({ suppressed }) => !suppressed)
  if (open.some(({ channel }) => channel === 'email')) return true
  const [text] = open
  return text !== undefined && !(await Silence.of(petition, text.recipient).first())
}

/** Why no e-mail leaves; undefined where they do. */
export function mailFault() {
  return env.get('MAIL_MAILER') === 'none' ? 'mail_off' : undefined
}
