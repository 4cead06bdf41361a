import encryption from '@adonisjs/core/services/encryption'
import { Petition } from '../models/petition.ts'

interface Sealed {
  id: number
  /** Of the secret that opened it: a renewed one shuts what the old one opened. */
  secretDigest: string
}

const OPTIONS = { purpose: 'opened', expiresIn: '30m' }

/**
 * What the forms on a result carry instead of a session: somebody opened this petition by its number
 * and code, half an hour ago at most.
 */
export function sealOpened({ id, secretDigest }: Sealed) {
  return encryption.encrypt({ id, secretDigest } satisfies Sealed, OPTIONS)
}

/** The petition that was opened; null: too long ago, not ours, or its code was renewed since. */
export async function openedBy(seal: string) {
  const sealed = seal ? encryption.decrypt<Sealed>(seal, OPTIONS.purpose) : null
  const petition = sealed && (await Petition.find(sealed.id))
  return petition?.secretDigest === sealed?.secretDigest ? petition : null
}
