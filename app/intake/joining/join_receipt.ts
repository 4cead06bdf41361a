import encryption from '@adonisjs/core/services/encryption'
import type { Authority } from '#organisation'
import { WaysAsked } from '../events.ts'
import { lookUpAddress } from '../look_up/look_up_address.ts'
import { reachOf, type Reach } from '../receiving/receipt_seal.ts'
import type { Joined } from './join.ts'

/** What the page shows to whoever joined, sealed into its address. */
interface Sealed {
  authorityId: number
  number: string
  secret: string
  subjectId: number
  place: string
  reach: Reach
}

const OPTIONS = { purpose: 'join-receipt', expiresIn: '15m' }

/** The address of what somebody takes away who joined: as a petition's receipt. */
export async function sealJoin({ join, secret }: Joined, authorityId: number) {
  const { phone, email, declinesTexts, number, subjectId, place } = join
  const reachable = { phone, email, declinesTexts }
  const ways = await new WaysAsked(authorityId, reachable).answered()
  const reach = reachOf(reachable, ways)
  const sealed: Sealed = { authorityId, number, secret: secret.text, subjectId, place, reach }
  return encryption.encrypt(sealed, OPTIONS)
}

/** Null when the address is too old, not ours, or another authority's. */
export async function openJoinReceipt(address: string, authority: Authority, locale: string) {
  const sealed = encryption.decrypt<Sealed>(address, OPTIONS.purpose)
  if (sealed?.authorityId !== authority.id) return null
  return { ...sealed, lookUpAddress: await lookUpAddress(authority, locale) }
}
