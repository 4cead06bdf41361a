/**
 * Starts the web server.
 */
import 'reflect-metadata'
import { createServer } from 'node:http'
import { Ignitor } from '@adonisjs/core'
import { endQuietly, sayWhyItFailed } from '#exceptions/last_words'
import { badRequest } from '#exceptions/unreadable_request'

/** Milliseconds. nginx keeps a connection for 60 s and must be the one that closes it. */
const LONGER_THAN_NGINX = 65_000
/** Milliseconds for a request's head, and for all of it: a slow sender holds a place meanwhile. */
const HEAD = 15_000
const WHOLE = 30_000
/** More than nginx opens; what comes beyond them is closed before it costs memory. */
const CONNECTIONS = 1500

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
  .start((handle) => {
    const timeouts = { headersTimeout: HEAD, requestTimeout: WHOLE }
    const server = createServer({ keepAliveTimeout: LONGER_THAN_NGINX, ...timeouts }, handle)
    server.maxConnections = CONNECTIONS
    return server.on('clientError', badRequest)
  })
  .catch(sayWhyItFailed)
