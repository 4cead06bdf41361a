import { randomUUID } from 'node:crypto'
import { HttpRequest } from '@adonisjs/core/http'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import type { ApplicationService } from '@adonisjs/core/types'

const ids = new WeakMap<HttpRequest, string>()

/** What of the framework's server is ours. */
export default class HttpProvider {
  constructor(protected readonly app: ApplicationService) {}

  /**
   * The name of a request in the log. The framework takes it from the X-Request-Id header and echoes
   * it, where anybody writes what they like: another's name, or a text.
   */
  async boot() {
    await this.#keepShield()
    HttpRequest.macro('id', function (this: HttpRequest) {
      delete this.request.headers['x-request-id']
      const id = ids.get(this) ?? randomUUID()
      ids.set(this, id)
      return id
    })
  }

  /**
   * @adonisjs/shield 9.0 makes its middleware again for every request and asks for edge.js with an
   * `import()` each time: a millisecond of every page and form behind the sign-in. It keeps nothing
   * of a request.
   */
  async #keepShield() {
    const { container } = this.app
    container.bindValue(ShieldMiddleware, await container.make(ShieldMiddleware))
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
