import encryption from '@adonisjs/core/services/encryption'
import type { HandedOver, Officer } from '#organisation'

const OPTIONS = { purpose: 'password-slip', expiresIn: '15m' }

interface Sealed {
  /** who may open it: whoever is to hand it over */
  by: number
  officerId: number
  /** of the officer, when it was made: another reset makes it useless */
  passwordVersion: number
  password: string
  until: string
}

/** The slip's address: opens for fifteen minutes, and for whoever made it alone. It is kept nowhere. */
export function sealSlip(
  officer: Officer,
  by: Officer,
  { password, until }: HandedOver & { way: 'slip' }
) {
  const { id: officerId, passwordVersion } = officer
  const sealed = { by: by.id, officerId, passwordVersion, password, until: until.toISO()! }
  return encryption.encrypt(sealed, OPTIONS)
}

/** What it shows; null when it is too old, somebody else's, or of no use any more. */
export function openSlip(address: string, officer: Officer, by: Officer) {
  const sealed = encryption.decrypt<Sealed>(address, OPTIONS.purpose)
  if (sealed?.by !== by.id || sealed.officerId !== officer.id) return null
  return sealed.passwordVersion === officer.passwordVersion ? sealed : null
}
