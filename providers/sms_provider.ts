import type { ApplicationService } from '@adonisjs/core/types'
import { SmsGateway, Worker, smsGateway, worker, type SmsSettings } from '#notification'
import env from '#start/env'

/** Which gateway texts go through, and who sends them: this process, or the worker's own. */
export default class SmsProvider {
  #worker: Worker | null = null

  constructor(protected readonly app: ApplicationService) {}

  register() {
    this.app.container.singleton(SmsGateway, async (resolver) =>
      smsGateway(this.#settings, await resolver.make('logger'))
    )
    this.app.container.singleton(Worker, async (resolver) => {
      const gateway = await resolver.make(SmsGateway)
      const mailer = sendsMail() ? await resolver.make('mail.manager') : null
      return worker({ gateway, mailer }, this.#settings, await resolver.make('logger'))
    })
  }

  /** Also called for every ace command and by code generation: only a web server sends. */
  async ready() {
    if (this.app.getEnvironment() !== 'web' || this.app.getMode() !== 'run' || !sendsHere()) return
    this.#worker = await this.app.container.make(Worker)
    this.#worker.start()
  }

  async shutdown() {
    await this.#worker?.stop()
  }

  get #settings() {
    return this.app.config.get<SmsSettings>('sms')
  }
}

function sendsMail() {
  return env.get('MAIL_MAILER') !== 'none'
}

/** SQLite has one writer at a time, and the worker is no exception. */
function sendsHere() {
  return env.get('WORKER_IN_WEB') ?? env.get('DB_CONNECTION') === 'sqlite'
}
