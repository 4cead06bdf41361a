import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { Arrived, Kept } from './reconciliation.ts'

const ROOT = new URL('../../../', import.meta.url)

/** A scratch house for one day: database, web server with its worker, and SMS centre of its own. */
export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'acik-kapi-day-'))
  readonly #children: ChildProcess[] = []
  #port = 0
  #page = 0

  get url() {
    return `http://127.0.0.1:${this.#port}`
  }

  /** @param told hears what is being set up */
  async set(told: (what: string) => void) {
    const [port, page, smpp] = await Promise.all([freePort(), freePort(), freePort()])
    this.#port = port
    this.#page = page
    const env = this.#environment(String(port), String(smpp))
    told('setting up a database of its own')
    await this.#run(['migration:run', '--force'], env)
    await this.#run(['demo:seed', '--no-petitions'], env)
    told('starting an SMS centre and a server of its own')
    const journal = join(this.#folder, 'centre.journal')
    const ports = [`--port=${smpp}`, `--page-port=${page}`]
    this.#spawn([ACE, 'sms:centre', ...ports, `--journal=${journal}`], env)
    this.#spawn(['--import=@poppinss/ts-exec', 'bin/server.ts'], env)
    await Promise.all([answers(`${this.url}/`), answers(`http://127.0.0.1:${page}/`)])
  }

  /** Every message that came to a telephone. */
  async telephones(): Promise<Arrived[]> {
    const answer = await fetch(`http://127.0.0.1:${this.#page}/messages.json`)
    return (await answer.json()) as Arrived[]
  }

  /**
   * What the house keeps of its messages once nothing moves any more, or after a minute without
   * any change.
   */
  async settled(messages: number): Promise<Kept[]> {
    const database = new DatabaseSync(this.#file, { readOnly: true })
    const states = database.prepare('select state, count(*) as count from messages group by state')
    const ended = database.prepare('select count(final_at) as done from messages')
    let [last, quiet] = ['', 0]
    for (;;) {
      const kept = states.all() as unknown as Kept[]
      const { done } = ended.get() as { done: number }
      quiet = JSON.stringify(kept) === last ? quiet + 1 : 0
      last = JSON.stringify(kept)
      if (done >= messages || quiet > 240) {
        database.close()
        return kept
      }
      await pause(250)
    }
  }

  /** Ends what was started, the server before the centre, and removes the database. */
  async strike() {
    for (const child of this.#children.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode) continue
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([ended, pause(15_000).then(() => child.kill('SIGKILL'))])
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  get #file() {
    return join(this.#folder, 'day.sqlite3')
  }

  #environment(port: string, smpp: string) {
    return {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'error',
      APP_KEY: 'only_for_one_day_only_for_one_day',
      DB_CONNECTION: 'sqlite',
      SQLITE_FILE: this.#file,
      SESSION_DRIVER: 'database',
      WORKER_IN_WEB: 'true',
      SMS_GATEWAYS: 'smpp',
      SMPP_HOST: '127.0.0.1',
      SMPP_PORT: smpp,
      MAIL_MAILER: 'none',
      PETITIONS_PER_HOUR: '',
      PETITIONS_PER_DAY: '',
      SMS_QUIET_HOURS: '',
      SMS_DAILY_CAP: '',
    }
  }

  #spawn(args: string[], env: NodeJS.ProcessEnv) {
    const stdio = ['ignore', 'ignore', 'inherit'] as const
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: [...stdio] })
    this.#children.push(child)
    return child
  }

  async #run(args: string[], env: NodeJS.ProcessEnv) {
    const child = this.#spawn([ACE, ...args], env)
    const code = await new Promise((resolve) => child.once('exit', resolve))
    if (code !== 0) throw new Error(`node ace ${args[0]} ended with ${code}`)
  }
}

const ACE = 'ace.js'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false
      )
    ) {
      return
    }
    await pause(100)
  }
  throw new Error(`nothing answers at ${url}`)
}
