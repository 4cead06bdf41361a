/**
 * Runs one ace command and ends.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { endQuietly, sayWhyCommandsFail, sayWhyItFailed } from '#exceptions/last_words'

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

/** They empty tables. Nobody means that on a server, whatever --force says: a backup is restored by hand. */
const NEVER_IN_PRODUCTION = /^(db:(wipe|truncate)|migration:(fresh|refresh|reset|rollback))$/

const command = process.argv.find((arg, at) => at > 1 && !arg.startsWith('-')) ?? ''

endQuietly()
new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      const { default: env } = await import('#start/env')
      if (env.get('NODE_ENV') === 'production' && NEVER_IN_PRODUCTION.test(command)) {
        console.error(`${command} deletes what people have written: it does not run in production.`)
        process.exit(1)
      }
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
  })
  .ace()
  .configure(async (app) => sayWhyCommandsFail(await app.container.make('ace')))
  .handle(process.argv.splice(2))
  .catch(sayWhyItFailed)
