import { Agent } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import { ApiClient } from '@japa/api-client'
import type { PluginFn } from '@japa/runner/types'

/**
 * What each request of `client` would do besides asking: connect, have the page packed and unpack it
 * (a header of the test's own goes before), and make up a whole request for whom it signs in as. Of
 * a page as small as ours this was a fifth of its time.
 */
export function lightRequests(app: ApplicationService): PluginFn {
  return async () => {
    const agent = new Agent({ keepAlive: true })
    ApiClient.onRequest((request) => {
      request.request.agent(agent)
      request.header('accept-encoding', 'identity')
    })
    const auth = await app.container.make('auth.manager')
    const asClient = auth.createAuthenticatorClient()
    auth.createAuthenticatorClient = () => asClient
  }
}
