import { administer } from '../changes/amend.ts'
import { noteChange } from '../changes/change_log.ts'
import type { Authority } from '../models/authority.ts'
import { Officer } from '../models/officer.ts'
import type { HandingWay } from '../models/password_slip.ts'
import { handOver } from '../passwords/handing_over.ts'
import { aboutOfficer } from './officer_facts.ts'

/**
 * A first password, or another one: what opened before opens nothing any more, and every session ends.
 * Whoever came out of a file never had one, and is told of none that was replaced.
 */
export async function reset(
  officer: Officer,
  how: { way: HandingWay; authority: Authority; by: Officer }
) {
  const { way, authority, by } = how
  const handed = await administer(async (trx) => {
    const occasion = officer.hasNoPassword ? 'first' : 'reset'
    const done = await handOver(officer, { way, authority, author: by, occasion }, trx)
    const fields = [{ field: 'way', was: null, is: way }]
    await noteChange({ ...aboutOfficer(officer), sort: 'password', fields }, by, trx)
    return done
  })
  await officer.signOutEverywhere()
  return handed
}

/** What was counted against this login is forgotten; what is counted against places is not. */
export function unlock(officer: Officer, by: Officer) {
  return administer(async (trx) => {
    await Officer.query({ client: trx }).where('id', officer.id).increment('unlocks', 1)
    await noteChange({ ...aboutOfficer(officer), sort: 'unlocked' }, by, trx)
  })
}

export async function endSessions(officer: Officer, by: Officer) {
  await administer((trx) => noteChange({ ...aboutOfficer(officer), sort: 'signedOut' }, by, trx))
  await officer.signOutEverywhere()
}
