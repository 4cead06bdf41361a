import { spawn, type ChildProcess } from 'node:child_process'
import { freePort } from '../free_port.js'
import { says } from './program.js'

/** Another web server on the tests' own database, which a test may kill and start again. */
export class SecondServer {
  static async start() {
    const server = new SecondServer(await freePort())
    await server.start()
    return server
  }

  #child: ChildProcess | null = null

  private constructor(readonly port: number) {}

  async start() {
    const { HOST, ...others } = process.env
    const env = { ...others, HOST, PORT: String(this.port), SESSION_DRIVER: 'database' }
    const options = { env: { ...env, LOG_LEVEL: 'info' }, stdio: 'pipe' } as const
    const script = ['--import=@poppinss/ts-exec', 'bin/server.ts']
    this.#child = spawn(process.execPath, script, options)
    await says('started HTTP server', this.#child)
  }

  /** At once, as when somebody pulls the plug. */
  async kill() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
}
