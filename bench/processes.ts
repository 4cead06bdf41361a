import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '#tests/support/free_port'

const children = new Set<ChildProcess>()
process.on('exit', killAll)

/** Ends whatever the measurement has started and not yet stopped. */
export function killAll() {
  children.forEach((child) => child.kill('SIGKILL'))
}

/** Clock ticks a second in /proc: 100 on every Linux that Debian ships. */
const TICKS = 100

/** Seconds of processor time that a process has used so far. */
export function cpuOf(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

export interface ProgramOptions {
  env?: Record<string, string>
  /** Another program than Node. */
  command?: string
  /** File for all that it says; absent: only its errors, on ours. */
  log?: string
  /** A channel for messages. */
  talks?: boolean
  /** Where it runs, as in another version's folder; absent: here. */
  cwd?: string
}

/** A process of the measurement's own; it ends when the measurement does, however that ends. */
export class Program {
  readonly child: ChildProcess
  readonly ended: Promise<unknown>
  readonly #log?: string

  constructor(args: string[], { env, command, log, talks, cwd }: ProgramOptions = {}) {
    this.#log = log
    const file = log ? openSync(log, 'a') : null
    this.child = spawn(command ?? process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', file ?? 'ignore', file ?? 'inherit', ...(talks ? ['ipc' as const] : [])],
    })
    if (file !== null) closeSync(file)
    children.add(this.child)
    this.ended = once(this.child, 'exit').finally(() => children.delete(this.child))
  }

  get isOver() {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** All that it has said to its log. */
  get said() {
    return this.#log ? readFileSync(this.#log, 'utf8') : ''
  }

  get cpu() {
    return cpuOf(this.child.pid!)
  }

  /** Resident memory in MB. */
  get memory() {
    return this.#megabytes('VmRSS')
  }

  /** The most that it has held, also for a moment, since it began or `forgetPeak`; MB. */
  get peak() {
    return this.#megabytes('VmHWM')
  }

  forgetPeak() {
    writeFileSync(`/proc/${this.child.pid}/clear_refs`, '5')
  }

  #megabytes(name: string) {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  }

  signal(name: NodeJS.Signals) {
    this.child.kill(name)
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    this.signal(signal)
    if (!this.isOver) await this.ended
  }

  /** Resolves when it holds; throws when the program ends before, or after so many seconds. */
  async until(holds: () => boolean | Promise<boolean>, what: string, seconds = 30) {
    for (const latest = Date.now() + seconds * 1000; Date.now() < latest; await pause(50)) {
      if (this.isOver) throw new Error(`${what}: it ended.\n${this.said.slice(-2000)}`)
      if (await holds()) return
    }
    throw new Error(`${what}: in vain.\n${this.said.slice(-2000)}`)
  }
}

/** A server of the measurement's own, on a free loopback port. */
export class Server extends Program {
  static async start(
    args: string[],
    env: Record<string, string>,
    log?: string,
    cwd?: string,
    talks?: boolean
  ) {
    const port = String(await freePort())
    const settings = { ...env, PORT: port, HOST: '127.0.0.1' }
    const server = new Server(args, { env: settings, log, cwd, talks }, port)
    await server.until(
      () => fetch(server.url).then(Boolean, () => false),
      `waiting for ${server.url}`
    )
    return server
  }

  readonly url: string

  private constructor(args: string[], options: ProgramOptions, port: string) {
    super(args, options)
    this.url = `http://127.0.0.1:${port}`
  }
}

/** Runs a command to its end; throws, with what it said, when it fails. */
export async function run(args: string[], env: Record<string, string>, cwd?: string) {
  const settings = { cwd, env: { ...process.env, ...env } }
  const program = promisify(execFile)(process.execPath, args, settings)
  children.add(program.child)
  try {
    await program
  } catch (error) {
    throw new Error(`${args.join(' ')} failed:\n${(error as { stdout?: string }).stdout}`, {
      cause: error,
    })
  }
  children.delete(program.child)
}
