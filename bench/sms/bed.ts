import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cpuOf, Program } from '../processes.ts'
import { Database } from '../database.ts'
import { House } from '../house.ts'
import { application } from '../application.ts'
import { Centre, type CentreSettings } from './centre.ts'
import { Rows } from './rows.ts'

/** The house, its outbox and its surroundings, as all parts of the measurement need them. */
export class Bed {
  /** Takes about half a minute. */
  static async make() {
    const house = await House.open({ LOG_LEVEL: 'trace' })
    await house.build()
    await application({ ...house.env, LOG_LEVEL: 'warn' })
    return new Bed(house, new Database(house.mariadb.settings, 4))
  }

  readonly rows: Rows
  #logs = 0

  private constructor(
    readonly house: House,
    readonly database: Database
  ) {
    this.rows = new Rows(database)
  }

  /** A file for what one process says; all of them are searched at the end. */
  log(who: string) {
    this.#logs += 1
    return join(this.house.folder, `${who}.${this.#logs}.log`)
  }

  centre(settings: CentreSettings = {}) {
    return Centre.start(settings, this.log('centre'))
  }

  /** How to reach this centre. */
  link({ port }: { port: number }, window: number) {
    return {
      SMS_GATEWAYS: 'smpp',
      SMPP_HOST: '127.0.0.1',
      SMPP_PORT: String(port),
      SMPP_PASSWORD: 'secret',
      SMPP_WINDOW: String(window),
      SMPP_PER_SECOND: 'window',
    }
  }

  /** The worker's own process, as in production. */
  worker(centre: { port: number }, settings: Record<string, string> = {}, node: string[] = []) {
    const env = { ...this.house.production, ...this.link(centre, 10), ...settings }
    return new Program([...node, 'build/ace.js', 'worker'], { log: this.log('worker'), env })
  }

  /** The same when its link is up. */
  async boundWorker(...args: Parameters<Bed['worker']>) {
    const worker = this.worker(...args)
    await worker.until(() => worker.said.includes('SMS session bound'), 'the worker binds')
    return worker
  }

  /** Does something while so many messages wait and a worker sends them. */
  async withQueue<T>(waiting: number, perSecond: string, work: () => Promise<T>): Promise<T> {
    await this.rows.empty()
    await this.rows.queue(waiting)
    const centre = await this.centre()
    const worker = await this.boundWorker(centre, { SMPP_PER_SECOND: perSecond })
    await pause(1_000)
    const done = await work()
    await worker.stop()
    await centre.program.stop()
    return done
  }

  /** Resolves when all messages have come to their end; false when they do not in time. */
  async allFinal(seconds: number) {
    for (const latest = Date.now() + seconds * 1000; Date.now() < latest; await pause(20)) {
      // A database that has just died is asked again.
      if (await this.rows.areFinal().catch(() => false)) return true
    }
    return false
  }
}

/** Processor time that processes use from now on. */
export class CpuClock {
  readonly #before: [name: string, pid: number, cpu: number][]

  constructor(pids: Record<string, number>) {
    this.#before = Object.entries(pids).map(([name, pid]) => [name, pid, cpuOf(pid)])
  }

  /** Milliseconds for each of so many. */
  each(count: number) {
    return this.#before
      .map(
        ([name, pid, before]) => `${name} ${(((cpuOf(pid) - before) * 1000) / count).toFixed(2)}`
      )
      .join(', ')
  }
}
