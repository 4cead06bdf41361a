import { once } from 'node:events'
import type { SmsCentre } from '#sms_centre'
import { Program } from '../processes.ts'

export type CentreSettings = NonNullable<ConstructorParameters<typeof SmsCentre>[0]>
export type Figures = SmsCentre['figures']
export type Arrival = ReturnType<SmsCentre['arrivals']>[number]

/** An SMS centre in a process of its own: it can be killed, and it can hang. */
export class Centre {
  static async start(settings: CentreSettings = {}, log?: string) {
    const program = new Program(
      [
        '--import=@poppinss/ts-exec',
        'tests/support/sms/centre_process.ts',
        JSON.stringify({ pagePort: 0, ...settings }),
      ],
      { env: { NODE_ENV: 'development' }, log, talks: true }
    )
    const begun = once(program.child, 'message')
    await Promise.race([begun, program.ended])
    if (program.isOver) throw new Error('the SMS centre did not start')
    const [ports] = (await begun) as [{ port: number; pagePort: number }]
    return new Centre(program, ports)
  }

  readonly port: number
  readonly #page: string

  private constructor(
    readonly program: Program,
    { port, pagePort }: { port: number; pagePort: number }
  ) {
    this.port = port
    this.#page = `http://127.0.0.1:${pagePort}`
  }

  figures() {
    return this.#ask<Figures>('/figures.json')
  }

  arrivals() {
    return this.#ask<Arrival[]>('/arrivals.json')
  }

  /** Says nothing and reads nothing, as a machine that hangs, until it goes on. */
  hang() {
    this.program.signal('SIGSTOP')
  }

  goOn() {
    this.program.signal('SIGCONT')
  }

  kill() {
    return this.program.stop('SIGKILL')
  }

  async #ask<T>(path: string) {
    return (await (await fetch(this.#page + path)).json()) as T
  }
}
