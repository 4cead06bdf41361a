import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { PreparedMessages } from '#providers/prepared_messages'

export default defineConfig({
  defaultLocale: 'tr',
  supportedLocales: ['tr', 'en'],
  formatter: () => new PreparedMessages(),
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
