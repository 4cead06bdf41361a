import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import { Catalogue } from '#organisation'
import { Petition } from './models/petition.ts'
import { Secret } from './secret.ts'

/** What the receipt page shows, sealed into its address. */
interface Sealed {
  number: string
  secret: string
  receivedAt: string
  dueOn: string
  dueRuleId: number
  reach: Reach
  /** Not a petition's first secret: the paper says that the one before is of no use. */
  renewed: boolean
}

/** How the petitioner will hear of it; the receipt has a sentence for each. */
type Reach = 'both' | 'phone' | 'email' | 'none' | 'declined' | 'declinedWithEmail'
interface Reachable {
  phone: unknown
  email: unknown
  declinesTexts: boolean
}

const OPTIONS = { purpose: 'receipt', expiresIn: '15m' }

/**
 * The receipt's address: opens for 15 minutes and for whoever was sent there. The page needs no
 * database and no session, and the secret is kept nowhere.
 */
export function sealReceipt(petition: Petition, secret: Secret, petitioner: Reachable) {
  return seal(petition, secret, { reach: reachOf(petitioner), renewed: false })
}

/** The address of a new code on paper: it is handed over where nothing would leave, and says so. */
export function sealRenewal(petition: Petition, secret: Secret) {
  return seal(petition, secret, { reach: 'none', renewed: true })
}

/** What the receipt shows, or null when the address is too old, not ours, or its code renewed again. */
export async function openReceipt(address: string, locale: string) {
  const sealed = encryption.decrypt<Sealed>(address, OPTIONS.purpose)
  if (!sealed || (sealed.renewed && !(await stillOpens(sealed)))) return null
  const { dueRuleId, ...receipt } = sealed
  const catalogue = await Catalogue.current()
  const receivedAt = DateTime.fromISO(sealed.receivedAt)
  return {
    ...receipt,
    receivedAt,
    dueOn: DateTime.fromISO(sealed.dueOn, { zone: 'utc' }),
    dueReason: catalogue.reasonFor(dueRuleId, receivedAt, locale),
  }
}

function seal(petition: Petition, secret: Secret, told: Pick<Sealed, 'reach' | 'renewed'>) {
  const sealed: Sealed = {
    number: petition.number,
    secret: secret.text,
    receivedAt: petition.receivedAt.toISO()!,
    dueOn: petition.dueOn.toISODate()!,
    dueRuleId: petition.dueRuleId,
    ...told,
  }
  return encryption.encrypt(sealed, OPTIONS)
}

function reachOf({ phone, email, declinesTexts }: Reachable): Reach {
  if (!phone) return email ? 'email' : 'none'
  if (declinesTexts) return email ? 'declinedWithEmail' : 'declined'
  return email ? 'both' : 'phone'
}

/** A first receipt needs no database; of several renewed ones only the last is of use. */
async function stillOpens({ number, secret }: Sealed) {
  const petition = await Petition.findBy('number', number)
  return petition?.isOpenedBy(Secret.parse(secret)!) ?? false
}
