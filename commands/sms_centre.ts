import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The SMS centre for training and demonstration: `node ace sms:centre`. */
export default class SmsCentreCommand extends BaseCommand {
  static commandName = 'sms:centre'
  static description = 'Run an SMS centre that shows messages on a page and sends them nowhere'
  static help = [
    'Listens on this machine alone, goes on after a kill. Refuses to run in production.',
  ]
  static options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: 'SMPP port', default: 2775 })
  declare port: number

  @flags.number({ description: 'Port of the page with the telephones', default: 2776 })
  declare pagePort: number

  @flags.string({ description: 'File that keeps messages and receipts over a kill' })
  declare journal?: string

  @flags.number({ description: 'The same seed gives the same faults', default: 1 })
  declare seed: number

  @flags.number({ description: 'Milliseconds before each answer', default: 0 })
  declare delay: number

  @flags.string({ description: 'What goes wrong, by name; a wrong name lists them' })
  declare scenario?: string

  @flags.string({ description: 'Only this system id is let in; without it whoever comes' })
  declare systemId?: string

  @flags.string({ description: 'Only with this password' })
  declare password?: string

  @flags.string({ description: 'File with the private key: TLS, together with --tls-cert' })
  declare tlsKey?: string

  @flags.string({ description: 'File with the certificate' })
  declare tlsCert?: string

  async run() {
    const { SmsCentre, SCENARIOS } = await import('#sms_centre')
    const scenarios = new Map(Object.entries(SCENARIOS))
    const faults = this.scenario ? scenarios.get(this.scenario) : {}
    if (!faults) {
      this.logger.error(`The scenarios are: ${[...scenarios.keys()].join(' | ')}`)
      this.exitCode = 1
      return this.terminate()
    }
    const { port, pagePort, journal, seed, delay, systemId, password } = this
    const who = { systemId, password }
    const where = { port, pagePort, journal, ...(await this.#tls()) }
    const centre = new SmsCentre({ ...where, ...who, seed, faults: { delay, ...faults } })
    await centre.start()
    this.app.terminating(() => centre.stop())
    this.logger.info(`SMPP on 127.0.0.1:${centre.port}`)
    this.logger.info(`Telephones on http://127.0.0.1:${centre.pagePort}`)
  }

  async #tls() {
    const { tlsKey, tlsCert } = this
    if (!tlsKey && !tlsCert) return {}
    if (!tlsKey || !tlsCert) throw new Error('TLS needs both --tls-key and --tls-cert')
    return { tls: { key: await readFile(tlsKey), cert: await readFile(tlsCert) } }
  }
}
