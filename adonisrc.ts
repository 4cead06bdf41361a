import { defineConfig } from '@adonisjs/core/app'
import { indexEntities } from '@adonisjs/core/generators'

export default defineConfig({
  experimental: {},
  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('#providers/http_provider'),
    () => import('#providers/view_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('#providers/database_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('#providers/sms_provider'),
    () => import('#providers/setup_provider'),
    () => import('#providers/housekeeping_provider'),
    () => import('#providers/tallying_provider'),
    () => import('#providers/attachments_provider'),
    () => import('#providers/mail_rounds_provider'),
    () => import('#providers/succession_provider'),
    () => import('#providers/waves_provider'),
    () => import('#providers/farewell_provider'),
    () => import('#providers/calendar_provider'),
    () => import('#providers/urgency_provider'),
    () => import('#providers/daily_rounds_provider'),
    () => import('#providers/names_provider'),
    () => import('#providers/learning_provider'),
    () => import('#providers/search_provider'),
    () => import('#providers/catalogue_provider'),
    () => import('#providers/papers_provider'),
  ],
  preloads: [
    () => import('#start/kernel'),
    () => import('#start/routes'),
    () => import('#start/events'),
    () => import('#start/view'),
  ],
  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 60_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 60_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 120_000 },
      { name: 'journeys', files: ['tests/journeys/**/*.spec.ts'], timeout: 180_000 },
    ],
    forceExit: true,
  },
  metaFiles: [
    { pattern: 'resources/**/*', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: 'service.env', reloadServer: false },
    { pattern: 'database/seeders/**/*.tsv', reloadServer: false },
    { pattern: 'database/demo/**/*.tsv', reloadServer: false },
  ],
  hooks: {
    init: [
      indexEntities({
        controllers: {
          source: 'app',
          glob: ['**/controllers/**/*_controller.ts'],
          importAlias: '#app',
        },
      }),
    ],
  },
})
