import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 10_000

/**
 * The programs of a trial. Each has a process group of its own, so that Ctrl-C reaches only us and
 * they end one by one, the last one started first: told, and killed if it stays ten seconds more.
 */
export class Programs {
  #running = new Set<ChildProcess>()
  #ending = false

  /** A program that does its work and ends; false when it failed. */
  async run(args: string[], env: NodeJS.ProcessEnv) {
    const child = this.#spawn(args, env)
    return new Promise<boolean>((resolve) => child.on('exit', (status) => resolve(status === 0)))
  }

  /** A program that stays; `gone` is called when it ends by itself. */
  stay(args: string[], env: NodeJS.ProcessEnv, gone: () => void) {
    this.#spawn(args, env).on('exit', () => this.#ending || gone())
  }

  async end() {
    this.#ending = true
    for (const child of [...this.#running].reverse()) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      signal(child, 'SIGTERM')
      const tooLong = pause(PATIENCE, undefined, { ref: false }).then(() =>
        signal(child, 'SIGKILL')
      )
      await Promise.race([ended, tooLong])
    }
  }

  #spawn(args: string[], env: NodeJS.ProcessEnv) {
    const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    this.#running.add(child)
    child.on('exit', () => this.#running.delete(child))
    return child
  }
}

/** To the whole group: a program may have started others. */
function signal(child: ChildProcess, name: NodeJS.Signals) {
  try {
    process.kill(-child.pid!, name)
  } catch {
    // Gone in the meantime.
  }
}
