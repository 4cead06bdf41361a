import { randomUUID } from 'node:crypto'
import { HttpRequest } from '@adonisjs/core/http'

const ids = new WeakMap<HttpRequest, string>()

/** What of the framework's server is ours. */
export default class HttpProvider {
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
}
