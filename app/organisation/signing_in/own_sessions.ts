import app from '@adonisjs/core/services/app'
import { SessionCollection } from '@adonisjs/session'
import { DateTime } from 'luxon'
import { blindIndex } from '#shared/keys'
import type { Officer } from '../models/officer.ts'
import { SignIn } from '../models/sign_in.ts'
import { begunOf, KEY } from './staff_session.ts'

/** So many are shown of either. */
const MOST = 20

/** One's own sessions, the latest first; named by what opens none. */
export async function sessionsOf(officer: Officer, current: string | undefined) {
  const found = await tagged(officer)
  const named = found.map(({ id, data }) => {
    const { at, ip, device } = begunOf(data[KEY])
    return {
      key: nameOf(id),
      since: at ? DateTime.fromMillis(at) : null,
      ip: ip ?? null,
      device: device || null,
      isThis: id === current,
      at: at ?? 0,
    }
  })
  return named.sort((one, other) => other.at - one.at).slice(0, MOST)
}

/** Ends one of somebody's own sessions; whether there was one. */
export async function endSession(officer: Officer, key: string) {
  const sessions = await app.container.make(SessionCollection)
  const one = (await tagged(officer)).find(({ id }) => nameOf(id) === key)
  if (one) await sessions.destroy(one.id)
  return one !== undefined
}

/** The last tries at one's own login, right and wrong. */
export function lastSignIns({ id }: Officer) {
  return SignIn.query().where('officer_id', id).orderBy('id', 'desc').limit(MOST)
}

async function tagged({ id }: Officer) {
  const sessions = await app.container.make(SessionCollection)
  return sessions.tagged(String(id))
}

function nameOf(id: string) {
  return blindIndex('session', id).slice(0, 20)
}
