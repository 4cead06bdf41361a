/**
 * Starts the web server.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { endQuietly, sayWhyItFailed } from '#exceptions/last_words'
import { webServer } from '#start/web_server'

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
    app.listen('SIGINT', () => app.terminate())
  })
  .httpServer()
  .start((handle) => webServer(handle))
  .catch(sayWhyItFailed)
