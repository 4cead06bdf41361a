import { randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import type { Author } from '../changes/change_log.ts'
import { PasswordLinkMade } from '../events.ts'
import type { Authority } from '../models/authority.ts'
import type { Officer } from '../models/officer.ts'
import { PasswordSlip, type HandingWay } from '../models/password_slip.ts'
import { linkAddress, linkDigest } from './link.ts'
import { SlipPassword } from './slip_password.ts'

/** How long what was handed over opens. */
const LASTS = { slip: { hours: 72 }, link: { hours: 24 } }

/** What is printed, or that it was posted. */
export type HandedOver =
  { way: 'slip'; password: string; until: DateTime } | { way: 'link'; until: DateTime }

interface Handing {
  way: HandingWay
  occasion: 'first' | 'reset'
  authority: Authority
  author: Author
}

/**
 * Gives somebody a password that is good once, or a link to choose one. What opened before opens
 * nothing any more, on paper and in letters too; sessions end by the password's version.
 */
export async function handOver(officer: Officer, handing: Handing, trx: TransactionClientContract) {
  const { way, occasion, author, authority } = handing
  const until = DateTime.utc().plus(LASTS[way]).startOf('second')
  const secret = way === 'slip' ? SlipPassword.make() : randomBytes(16).toString('base64url')
  await withdrawFrom(officer, trx)
  // Nobody knows the password behind a link.
  officer.password = way === 'slip' ? secret : randomBytes(24).toString('base64url')
  officer.passwordUntil = until
  officer.passwordVersion = (officer.passwordVersion ?? 0) + 1
  await officer.useTransaction(trx).save()
  await PasswordSlip.create(
    {
      ...{ authorityId: authority.id, officerId: officer.id, issuedBy: author?.id ?? null },
      ...{ way, occasion, issuedAt: DateTime.utc(), expiresAt: until },
      digest: way === 'link' ? linkDigest(secret) : null,
    },
    { client: trx }
  )
  if (way === 'slip') return { way, password: secret, until } as HandedOver
  const { locale, email } = officer
  const address = linkAddress(secret, authority)!
  const posted = { authorityId: authority.id, locale, email: email!, address }
  await new PasswordLinkMade(posted, trx).announce()
  return { way, until } as HandedOver
}

/** What was handed over before opens nothing any more. */
export async function withdrawFrom({ id }: Officer, trx: TransactionClientContract) {
  await PasswordSlip.query({ client: trx })
    .where('officer_id', id)
    .whereNull('used_at')
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: stamp(DateTime.utc()) })
}

/** Whether this slip's password opens now; from here on it opens nothing again. */
export async function useSlip({ id }: Officer) {
  return takeOnce((open) => void open.where({ officer_id: id, way: 'slip' }))
}

/** The same of one link, in the transaction in which a password is chosen. */
export async function useLink(slipId: number, trx: TransactionClientContract) {
  return takeOnce((open) => void open.where({ id: slipId, way: 'link' }), trx)
}

async function takeOnce(
  which: (open: ReturnType<typeof PasswordSlip.query>) => void,
  trx?: TransactionClientContract
) {
  const now = stamp(DateTime.utc())
  const open = PasswordSlip.query({ client: trx })
    .whereNull('used_at')
    .whereNull('withdrawn_at')
    .where('expires_at', '>', now)
  which(open)
  const [taken] = await open.update({ used_at: now })
  return Number(taken) > 0
}
