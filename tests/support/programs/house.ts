import { setTimeout as pause } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { worker, type SmsSettings, type Worker } from '#notification'
import { configuredGateways } from '#sms'
import { SmsCentre } from '#sms_centre'
import { PhoneNumber } from '#shared/typed/phone_number'

type Mailer = Parameters<typeof worker>[0]['mailer']

/**
 * What stands around the web server in a journey: a worker as in production and an SMS centre that
 * speaks SMPP over a socket. The web server is the one that the tests run anyway.
 */
export class House {
  /** @param mailer who takes e-mails; the application's own when not said */
  static async open(mailer?: Mailer) {
    const centre = new SmsCentre({ port: 0 })
    await centre.start()
    const log = await app.container.make('logger')
    const settings = app.config.get<SmsSettings>('sms')
    const setting = (name: string) => (name === 'SMPP_PORT' ? String(centre.port) : undefined)
    const gateways = configuredGateways({ ...settings, gateways: 'smpp', setting }, log)
    const post = mailer ?? (await app.container.make('mail.manager'))
    const sender = worker({ gateways, mailer: post }, settings, log)
    sender.start()
    return new House(centre, sender)
  }

  readonly url = `http://${process.env.HOST}:${process.env.PORT}`

  private constructor(
    private readonly centre: SmsCentre,
    private readonly sender: Worker
  ) {}

  /** The texts at this telephone, oldest first, once there are so many, with all their parts. */
  async texts(phone: string, count: number) {
    const to = PhoneNumber.parse(phone)!.e164.slice(1)
    const whole = () => this.centre.messages(to).filter(({ text }) => !text.includes('…'))
    await until(`${count} texts`, async () => whole().length >= count)
    return this.centre.messages(to).map(({ text }) => text)
  }

  /** Everything that came to any telephone. */
  get arrived() {
    return this.centre.messages()
  }

  /** Every message is delivered, with its receipt written down. */
  settled() {
    return until('all receipts', async () => {
      const waiting = await db.from('messages').whereNot('state', 'delivered').first()
      return waiting === null
    })
  }

  /** Nothing waits any more to leave the house, but what tries a gateway. */
  sent() {
    return until('all that waits', async () => {
      const waiting = db.from('messages').whereIn('state', ['queued', 'waiting', 'sending'])
      return (await waiting.whereNot('event', 'test').first()) === null
    })
  }

  async close() {
    await this.sender.stop()
    await this.centre.stop()
  }
}

async function until(what: string, isSo: () => Promise<boolean>) {
  for (let tries = 0; tries < 800; tries++) {
    if (await isSo()) return
    await pause(50)
  }
  throw new Error(`waited 40 s for ${what}`)
}
