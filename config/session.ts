import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'

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
  stores: {
    database: stores.database({ tableName: 'sessions' }),
  },
})
