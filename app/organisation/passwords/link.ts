import router from '@adonisjs/core/services/router'
import { DateTime } from 'luxon'
import env from '#start/env'
import { addressOf } from '#shared/address'
import { blindIndex } from '#shared/keys'
import type { Authority } from '../models/authority.ts'
import type { Officer } from '../models/officer.ts'
import { PasswordSlip } from '../models/password_slip.ts'

/** 128 bits as an address writes them. */
const SHAPE = /^[\w-]{22}$/

export function linkDigest(token: string) {
  return blindIndex('password-link', token)
}

/**
 * The address by which a password is chosen: at the authority's own host, else as the setting says;
 * null where that is missing. Never from the request: whoever sends a `Host` of their own would get
 * somebody else's link.
 */
export function linkAddress(token: string, authority: Pick<Authority, 'host'>) {
  return stored(addressOf('password_links.edit', 'tr', { token }), authority)?.href ?? null
}

/** Where somebody of this authority signs in, as a slip says it; null where no setting does. */
export function signInAddress(authority: Pick<Authority, 'host'>) {
  const address = stored(addressOf('sessions.create', 'tr'), authority)
  return address && address.host + address.pathname
}

/** Where an officer of this authority begins, whole, as an e-mail has it; null where no setting does. */
export function firstPageAddress(authority: Pick<Authority, 'host'>) {
  // Where no page is answered, as by the worker, nobody else does.
  if (!router.commited) router.commit()
  return stored(addressOf('sessions.create', 'tr'), authority)?.href ?? null
}

function stored(path: string, { host }: Pick<Authority, 'host'>) {
  const base = env.get('APP_URL')
  if (!base) return null
  const address = new URL(path, base)
  if (host) address.hostname = host
  return address
}

/** Whether a link can be posted to this person at all. */
export function isPosted({ email }: Pick<Officer, 'email'>) {
  return Boolean(email) && env.get('MAIL_MAILER') !== 'none' && Boolean(env.get('APP_URL'))
}

/** The slip behind a link that still opens, with its officer; null: never was, too old, used, withdrawn. */
export async function openLink(token: string) {
  if (!SHAPE.test(token)) return null
  const slip = await PasswordSlip.query()
    .where({ digest: linkDigest(token) })
    .preload('officer')
    .first()
  if (!slip || slip.usedAt || slip.withdrawnAt) return null
  return slip.expiresAt > DateTime.utc() && slip.officer.works ? slip : null
}
