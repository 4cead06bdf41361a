import env from '#start/env'
import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'
import type { SessionStoreFactory } from '@adonisjs/session/types'

/** Milliseconds in which a session that did not change is left alone: its end is hours away. */
const LEFT_ALONE = 5 * 60_000
const touched = new Map<string, number>()

/**
 * The database's store, but for one thing: the framework moves a session's end at every page
 * (@adonisjs/session 8.1.0, Session.commit), a write with a commit for each look at a list.
 */
const database = configProvider.create(async (forApp) => {
  const whole = await stores.database({ tableName: 'sessions' }).resolver(forApp)
  const factory: SessionStoreFactory = (ctx, config) => {
    const store = whole(ctx, config)
    const touch = store.touch.bind(store)
    store.touch = async (id) => {
      const now = Date.now()
      for (const [old, at] of touched) {
        if (now - at < LEFT_ALONE) break
        touched.delete(old)
      }
      if (touched.has(id)) return
      touched.set(id, now)
      await touch(id)
    }
    return store
  }
  return factory
})

/**
 * Officers only; a citizen's page has no session. Kept in the database: a cookie would lose long
 * forms without telling anyone (browsers drop cookies over 4 kB).
 */
export default defineConfig({
  enabled: true,
  cookieName: 'acik_kapi',
  clearWithBrowser: true,
  age: '10h',
  cookie: { path: '/', httpOnly: true, secure: app.inProduction, sameSite: 'lax' },
  store: env.get('SESSION_DRIVER'),
  stores: { database },
})
