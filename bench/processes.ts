import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/support/free_port'

const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/** Clock ticks a second in /proc: 100 on every Linux that Debian ships. */
const TICKS = 100

/** A server of the measurement's own, on a free loopback port. */
export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string
  ) {}

  static async start(args: string[], env: Record<string, string>) {
    const port = String(await freePort())
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env, PORT: port, HOST: '127.0.0.1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.add(child)
    const server = new Server(child, `http://127.0.0.1:${port}`)
    await server.#answers()
    return server
  }

  /** Seconds of processor time that it has used so far. */
  get cpu() {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  /** Resident memory in MB. */
  get memory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  }

  async stop() {
    this.child.kill('SIGTERM')
    if (this.child.exitCode === null) await new Promise((done) => this.child.once('exit', done))
    children.delete(this.child)
  }

  async #answers() {
    for (let tries = 0; tries < 300; tries++) {
      if (this.child.exitCode !== null) {
        throw new Error(`the server ended with ${this.child.exitCode}`)
      }
      if (
        await fetch(this.url).then(
          () => true,
          () => false
        )
      ) {
        return
      }
      await pause(100)
    }
    throw new Error(`nothing answers at ${this.url}`)
  }
}

/** Runs a command to its end; throws when it fails. */
export async function run(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
}
