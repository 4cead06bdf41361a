import type { DateTime } from 'luxon'
import type { Authority } from '#organisation'
import { qrOf } from './qr.ts'
import { outsideAddress } from '../look_up/look_up_address.ts'
import { dayIn } from './content.ts'
import type { Paper } from './paper.ts'
import { SlipCode } from './slip_code.ts'
import { SlipKeys } from './slip_keys.ts'

/** What of a receipt its slip shows. */
interface Received {
  number: string
  receivedAt: DateTime
  /** in base64url; null of a petition from before slips proved anything */
  digest: string | null
  reasons: Record<string, string>
}

/** Fiş: what a petitioner takes home, on the paper and in the language of their choice. */
export async function slipOf(received: Received, paper: Paper, authority: Authority) {
  const pages = paper.locale === 'en' ? 'en' : 'tr'
  const lookUp = await outsideAddress(authority, 'lookups.create', pages)
  const check = await outsideAddress(authority, 'slip_checks.create', pages)
  const shown = {
    paper,
    dueReason: received.reasons[paper.locale],
    lookUpAddress: lookUp && bare(lookUp),
  }
  if (!paper.size) return shown
  const code = proofOf(received)
  return {
    ...shown,
    lookUpCode: lookUp && qrOf(`${lookUp.href}?numara=${received.number}`),
    proofCode: code && qrOf(code),
    proofText: code,
    checkAddress: check && bare(check),
  }
}

/** Signed at each print, by the key of then. */
function proofOf({ number, receivedAt, digest }: Received) {
  if (!digest) return null
  const bytes = Buffer.from(digest, 'base64url')
  return SlipCode.issue(number, dayIn(receivedAt), bytes, SlipKeys.own().signing)
}

/** As somebody types it from a paper. */
function bare({ href }: URL) {
  return href.replace(/^https?:\/\//, '')
}
