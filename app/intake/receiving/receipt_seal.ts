import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import type { Authority } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { WaysAsked, type Reachable } from '../events.ts'
import { PetitionRecord } from '../models/petition_record.ts'
import type { ToldPerson } from '../brought/words.ts'
import type { PetitionDetails, Receipt } from './details.ts'
import { Secret } from '../secret/secret.ts'
import { digestOf } from '../slip/content.ts'

/** What the receipt page shows, sealed into its address. */
interface Sealed {
  authorityId: number
  number: string
  secret: string
  receivedAt: string
  dueOn: string
  /** In each language: the page stands in both. */
  reasons: Record<string, string>
  reach: Reach
  /** The petitioner's language. */
  locale: string
  /** What the slip vouches for, in base64url; null of a petition from before there was a salt. */
  digest: string | null
  /** Who is told, where it is not whoever brought it. */
  told: ToldPerson
  signatures: number
  /** Not a petition's first secret: the paper says that the one before is of no use. */
  renewed: boolean
}

/** How the petitioner will hear of it; the receipt has a sentence for each. */
export type Reach = 'both' | 'phone' | 'email' | 'none' | 'declined' | 'declinedWithEmail'

const OPTIONS = { purpose: 'receipt', expiresIn: '15m' }

/**
 * The receipt's address: opens for 15 minutes and for whoever was sent there. The page needs no
 * database and no session, and the secret is kept nowhere.
 */
export async function sealReceipt(
  { petition, secret, reasons }: Receipt,
  details: PetitionDetails
) {
  const reachable = reachableIn(details)
  const ways = await new WaysAsked(petition.authorityId, reachable).answered()
  const told = details.brought?.told ?? 'petitioner'
  const reach = reachOf(reachable, ways)
  return seal(petition, secret, { reach, told, renewed: false, reasons })
}

/** Whoever is to be told, as the form says it. */
function reachableIn({ phone, email, declinesTexts, brought }: PetitionDetails): Reachable {
  const isSpokenFor = brought?.told === 'representative'
  if (!isSpokenFor) return { phone: phone?.e164 ?? null, email, declinesTexts }
  return { phone: brought.speaker?.phone?.e164 ?? null, email: null, declinesTexts }
}

/** The address of a new code on paper, which says whether it is told besides. */
export function sealRenewal(petition: PetitionRecord, secret: Secret, reach: Reach) {
  return seal(petition, secret, { reach, told: 'petitioner', renewed: true, reasons: {} })
}

/**
 * What the receipt shows, or null when the address is too old, not ours, another authority's, or its
 * code renewed again.
 */
export async function openReceipt(address: string, authority: Authority) {
  const sealed = encryption.decrypt<Sealed>(address, OPTIONS.purpose)
  if (sealed?.authorityId !== authority.id) return null
  if (sealed.renewed && !(await stillOpens(sealed))) return null
  const { authorityId, ...receipt } = sealed
  const dueOn = DateTime.fromISO(sealed.dueOn, { zone: 'utc' })
  return {
    ...receipt,
    receivedAt: DateTime.fromISO(sealed.receivedAt),
    dueOn,
    // An old form that is sent again leads to its receipt, however late.
    overdue: dayOf(dueOn) < today(),
  }
}

function seal(
  petition: PetitionRecord,
  secret: Secret,
  besides: Pick<Sealed, 'reach' | 'told' | 'renewed' | 'reasons'>
) {
  const sealed: Sealed = {
    authorityId: petition.authorityId,
    number: petition.number,
    secret: secret.text,
    receivedAt: petition.receivedAt.toISO()!,
    dueOn: petition.dueOn.toISODate()!,
    locale: petition.locale,
    digest: digestOf(petition)?.toString('base64url') ?? null,
    signatures: petition.signatures,
    ...besides,
  }
  return encryption.encrypt(sealed, OPTIONS)
}

/** Says of texts that they are not wanted only to whoever said so. */
export function reachOf({ phone, declinesTexts }: Reachable, ways: ReadonlySet<string>): Reach {
  const declined = Boolean(phone) && declinesTexts
  if (ways.has('email')) {
    if (ways.has('sms')) return 'both'
    return declined ? 'declinedWithEmail' : 'email'
  }
  if (ways.has('sms')) return 'phone'
  return declined ? 'declined' : 'none'
}

/** A first receipt needs no database; of several renewed ones only the last is of use. */
async function stillOpens({ number, secret }: Sealed) {
  const petition = await PetitionRecord.findBy('number', number)
  return petition !== null && Secret.parse(secret)!.opens(petition)
}
