import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/support/free_port'
import type { Program } from '../processes.ts'
import type { Bed } from './bed.ts'
import type { Centre } from './centre.ts'
import type { Table } from './table.ts'

const WINDOW = 10
const MOST_DOUBLED = 50
const FINAL_WITHIN = 120
/** Hours: one minute, so that what no receipt comes for is final within this run. */
const RECEIPTS = '0.0166'

interface Options {
  count: number
  seed: number
}

/** What dies, how often, and how it comes back. */
interface Disaster {
  name: string
  times: number
  strike(scene: Scene): Promise<void>
}

const DISASTERS: Disaster[] = [
  { name: 'the application', times: 5, strike: (scene) => scene.killWorker() },
  { name: 'the SMS centre', times: 3, strike: (scene) => scene.killCentre() },
  { name: 'MariaDB', times: 2, strike: (scene) => scene.crashDatabase() },
]

/** kill -9 at moments that a seed chooses, while everything is under way. */
export async function kills(bed: Bed, table: Table, { count, seed }: Options) {
  for (const [index, { name, times, strike }] of DISASTERS.entries()) {
    const part = `${times} × kill -9 of ${name}, ${count} messages, window ${WINDOW}`
    await bed.rows.empty()
    await bed.rows.queue(count, 'received')
    const scene = await Scene.open(bed, seed + index)
    for (const moment of moments(times, count, seed + index)) {
      await scene.accepted(moment)
      await strike(scene)
    }
    const lastStart = Date.now()
    const areFinal = await bed.allFinal(FINAL_WITHIN + 60)
    const seconds = (Date.now() - lastStart) / 1000
    const { lost, doubled, states } = await bed.rows.reckoning(await scene.centre.arrivals())
    await scene.close()

    table.add(part, 'lost', String(lost), '0', lost === 0)
    table.add(part, 'doubled', String(doubled), `at most ${MOST_DOUBLED}`, doubled <= MOST_DOUBLED)
    const most = scene.mostUnanswered
    table.add(part, 'in flight', String(most), `at most ${WINDOW}`, most <= WINDOW)
    const within = areFinal && seconds <= FINAL_WITHIN
    const took = areFinal ? `${seconds.toFixed(0)} s` : 'never'
    table.add(part, 'last start to every row final', took, `at most ${FINAL_WITHIN} s`, within)
    table.note(part, 'states', JSON.stringify(states).replaceAll(/["{}]/g, ''))
  }
}

/** A worker and a centre that goes on after a kill. */
class Scene {
  static async open(bed: Bed, seed: number) {
    const port = await freePort()
    const settings = { port, seed, journal: join(bed.house.folder, `journal.${seed}`) }
    const centre = await bed.centre(settings)
    return new Scene(bed, settings, centre, bed.worker(centre, { SMS_RECEIPT_HOURS: RECEIPTS }))
  }

  /** Of all that ever ran. */
  mostUnanswered = 0

  private constructor(
    private readonly bed: Bed,
    private readonly settings: { port: number; seed: number; journal: string },
    public centre: Centre,
    private worker: Program
  ) {}

  /** Resolves when so many messages were taken. */
  async accepted(count: number) {
    for (const latest = Date.now() + 180_000; Date.now() < latest; await pause(10)) {
      const { accepted, mostUnanswered } = await this.centre.figures()
      this.mostUnanswered = Math.max(this.mostUnanswered, mostUnanswered)
      if (accepted >= count) return
    }
    throw new Error(`${count} messages were never taken`)
  }

  async killWorker() {
    await this.worker.stop('SIGKILL')
    this.worker = this.bed.worker(this.centre, { SMS_RECEIPT_HOURS: RECEIPTS })
  }

  async killCentre() {
    await this.centre.kill()
    this.centre = await this.bed.centre(this.settings)
  }

  async crashDatabase() {
    await this.bed.house.mariadb.crash()
    await this.bed.house.mariadb.start()
  }

  async close() {
    const { mostUnanswered } = await this.centre.figures()
    this.mostUnanswered = Math.max(this.mostUnanswered, mostUnanswered)
    await this.worker.stop()
    await this.centre.program.stop()
  }
}

/** So many counts of messages, in order, the same for the same seed. */
function moments(times: number, count: number, seed: number) {
  let state = seed
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  draw()
  return Array.from({ length: times }, () => Math.ceil(count * (0.02 + 0.9 * draw()))).sort(
    (a, b) => a - b
  )
}
