import env from '#start/env'
import { configProvider } from '@adonisjs/core'
import { MessageBuilder } from '@adonisjs/core/helpers'
import string from '@adonisjs/core/helpers/string'
import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'
import type { SessionData, SessionStoreFactory } from '@adonisjs/session/types'

/** Milliseconds in which a session that did not change is left alone: its end is hours away. */
const LEFT_ALONE = 5 * 60_000

/**
 * The database's store, but for what it writes without need. The framework moves a session's end at
 * every page (@adonisjs/session 8.1.0, Session.commit), a commit for each look at a list; writes one
 * whose values were taken out and put back; and sweeps out old ones within somebody's page, which
 * the house's own cleaning does. Whether the end is near the row itself says, to each web process.
 */
const database = configProvider.create(async (forApp) => {
  const settings = { tableName: 'sessions', gcProbability: 0 }
  const whole = await stores.database(settings).resolver(forApp)
  const db = await forApp.container.make('lucid.db')
  const factory: SessionStoreFactory = (ctx, config) => {
    const store = whole(ctx, config)
    const [touch, write] = [store.touch.bind(store), store.write.bind(store)]
    const lasts = string.milliseconds.parse(config.age)
    let kept = { id: '', values: '', end: 0 }

    store.read = async (id) => {
      const row = await db.from('sessions').select('data', 'expires_at').where({ id }).first()
      const end = new Date(row?.expires_at ?? 0).getTime()
      if (end <= Date.now()) return null
      const values = readable(row.data, id)
      kept = { id, values: JSON.stringify(values), end }
      return values
    }
    store.touch = async (id) => {
      const isFresh = kept.id === id && kept.end > Date.now() + lasts - LEFT_ALONE
      if (!isFresh) await touch(id)
    }
    store.write = (id, values) => {
      const isSame = kept.id === id && kept.values === JSON.stringify(values)
      return isSame ? store.touch(id) : write(id, values)
    }
    return store
  }
  return factory
})

/** Null where somebody else's key or a broken hand wrote it. */
function readable(data: string, id: string) {
  try {
    return new MessageBuilder().verify<SessionData>(data, id)
  } catch {
    return null
  }
}

export const SESSION_COOKIE = 'acik_kapi'

/**
 * Officers only; a citizen's page has no session. Kept in the database: a cookie would lose long
 * forms without telling anyone (browsers drop cookies over 4 kB).
 */
export default defineConfig({
  enabled: true,
  cookieName: SESSION_COOKIE,
  clearWithBrowser: true,
  age: '10h',
  cookie: { path: '/', httpOnly: true, secure: app.inProduction, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER'),
  stores: { database },
})
