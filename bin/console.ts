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

endQuietly()
new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
  })
  .ace()
  .configure(async (app) => sayWhyCommandsFail(await app.container.make('ace')))
  .handle(process.argv.splice(2))
  .catch(sayWhyItFailed)
