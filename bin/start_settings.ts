import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseEnv } from 'node:util'

const OWN_MACHINE = ['127.0.0.1', 'localhost', '::1']

/** The settings of a trial: those in .env, or the example's with keys of their own. */
export class TrialSettings {
  readonly #isNew = !existsSync('.env')
  readonly #text = this.#isNew ? withFreshKeys() : readFileSync('.env', 'utf8')

  /** What was given from outside counts before what is written down. */
  readonly values: Record<string, string | undefined> = {
    ...parseEnv(this.#text),
    ...process.env,
  }

  get smppPort() {
    return Number(this.values.SMPP_PORT || 2775)
  }

  get withSimulator() {
    return this.values.SMS_GATEWAYS === 'smpp'
  }

  /** Why there can be no trial with them, as a sentence, or null. */
  async refusal() {
    const { NODE_ENV, HOST, PORT } = this.values
    if (NODE_ENV === 'production') {
      return (
        'npm start is a trial with invented people and a known password: it does not run with ' +
        'NODE_ENV=production. How a server is run stands in docs/operations.'
      )
    }
    if (!OWN_MACHINE.includes(HOST ?? '')) {
      return `npm start is a trial on one's own machine: HOST must be 127.0.0.1, not ${HOST}.`
    }
    const simulator = this.withSimulator ? [this.smppPort, this.smppPort + 1] : []
    const taken = await firstTaken([Number(PORT), ...simulator])
    return taken && `Port ${taken} is taken: end the program that uses it, or change .env.`
  }

  /** Readable to oneself alone: the key opens what is encrypted. */
  save() {
    if (!this.#isNew) return
    writeFileSync('.env', this.#text, { mode: 0o600 })
    console.log('Wrote .env with fresh keys.')
  }
}

function withFreshKeys() {
  const example = readFileSync('.env.example', 'utf8')
  return example.replace(/^(APP_KEY|SLIP_KEY)=$/gm, (line) => line + fresh())
}

function fresh() {
  return randomBytes(32).toString('base64url')
}

async function firstTaken(ports: number[]) {
  for (const port of ports) {
    if (!(await isFree(port))) return port
  }
  return null
}

function isFree(port: number) {
  const server = createServer()
  return new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
