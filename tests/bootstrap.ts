import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { authBrowserClient } from '@adonisjs/auth/plugins/browser_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { sessionBrowserClient } from '@adonisjs/session/plugins/browser_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { lightRequests } from '#tests/support/light_requests'
import { Chromium } from '#tests/support/programs/chromium'
import { ClosingLine } from '#tests/support/running/closing_line'
import { migrated } from '#tests/support/database'
import { seeded } from '#tests/support/databases/district'

/** Who needs what: units are plain; the rest has a server; the last two a person at a browser. */
const SERVED = ['functional', 'browser', 'journeys']
const IN_BROWSER = ['browser', 'journeys']

const baseURL = `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT}`

export const plugins: Config['plugins'] = [
  assert(),
  apiClient(baseURL),
  browserClient({
    runInSuites: Chromium.isInstalled ? IN_BROWSER : [],
    launcher: (options) => Chromium.launch(options),
    contextOptions: { baseURL, locale: 'tr-TR', timezoneId: 'Europe/Istanbul' },
  }),
  pluginAdonisJS(app, { baseURL }),
  sessionApiClient(app),
  sessionBrowserClient(app),
  shieldApiClient(),
  authApiClient(app),
  lightRequests(app),
  authBrowserClient(app),
]

export const reporters: Config['reporters'] = {
  activated: ['closing-line'],
  list: [
    { name: 'closing-line', handler: (runner, emitter) => new ClosingLine().boot(runner, emitter) },
  ],
}

export const runnerHooks = {
  setup: [migrated, seeded],
  teardown: [],
} satisfies Required<Pick<Config, 'setup' | 'teardown'>>

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (SERVED.includes(suite.name)) {
    suite.setup(() => testUtils.httpServer().start())
  }
  if (IN_BROWSER.includes(suite.name) && !Chromium.isInstalled) {
    suite.onTest((test) => test.skip(true, Chromium.MISSING))
    suite.onGroup((group) => group.tap((test) => test.skip(true, Chromium.MISSING)))
  }
}
