import type { ApplicationService } from '@adonisjs/core/types'
import { SendingLimits, Webhooks, Worker, worker, type SmsSettings } from '#notification'
import { gatewaySettings, configuredGateways } from '#sms'
import env from '#start/env'

/** Which gateways texts go through, and who sends them: this process, or the worker's own. */
export default class SmsProvider {
  #worker: Worker | null = null

  constructor(protected readonly app: ApplicationService) {}

  register() {
    this.app.container.singleton(Worker, async (resolver) => {
      const log = await resolver.make('logger')
      const gateways = configuredGateways(this.#settings, log)
      const mailer = sendsMail() ? await resolver.make('mail.manager') : null
      return worker({ gateways, mailer }, this.#settings, log)
    })
    this.app.container.singleton(Webhooks, async (resolver) => {
      const { gateways, setting } = this.#settings
      return new Webhooks(gatewaySettings(gateways, setting), await resolver.make('logger'))
    })
  }

  /** Before the server listens: with a wrong setting it must not take petitions whose texts never leave. */
  async start() {
    if (!this.#isServer) return
    new SendingLimits(this.#settings)
    await this.app.container.make(Webhooks)
  }

  async ready() {
    if (!this.#isServer || !sendsHere()) return
    this.#worker = await this.app.container.make(Worker)
    this.#worker.start()
  }

  /** Providers start for every ace command and for code generation too: only a web server sends. */
  get #isServer() {
    return this.app.getEnvironment() === 'web' && this.app.getMode() === 'run'
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
export function sendsHere() {
  return env.get('WORKER_IN_WEB') ?? env.get('DB_CONNECTION') === 'sqlite'
}
