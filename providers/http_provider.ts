import { randomUUID } from 'node:crypto'
import { HttpRequest } from '@adonisjs/core/http'
import type { ApplicationService } from '@adonisjs/core/types'

const ids = new WeakMap<HttpRequest, string>()

/** What of the framework's server is ours. */
export default class HttpProvider {
  constructor(protected readonly app: ApplicationService) {}

  /**
   * The name of a request in the log. The framework takes it from the X-Request-Id header and echoes
   * it, where anybody writes what they like: another's name, or a text.
   */
  boot() {
    HttpRequest.macro('id', function (this: HttpRequest) {
      delete this.request.headers['x-request-id']
      const id = ids.get(this) ?? randomUUID()
      ids.set(this, id)
      return id
    })
  }

  /** Codes were no words of ours when they were entered; a later version may have taken one. */
  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { codesInTheWay } = await import('#organisation')
    // Without a database there is nothing to say; others say that.
    const codes = await codesInTheWay().catch(() => [])
    const log = await this.app.container.make('logger')
    for (const code of codes) {
      log.error({ code }, 'Below this short name stand pages of the site: node ace authority:code')
    }
  }
}
