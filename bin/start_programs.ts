import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 10_000

/**
 * The programs of a trial. Each has a process group of its own, so that Ctrl-C reaches only us and
 * they are ended in order: told first, and killed when they have not gone after ten seconds.
 */
export class Programs {
  #running = new Map<ChildProcess, string>()
  #ending = false

  /** A program that does its work and ends; false when it failed. */
  async run(args: string[], env: NodeJS.ProcessEnv) {
    const child = this.#spawn(args[0]!, args, env)
    return new Promise<boolean>((resolve) => child.on('exit', (status) => resolve(status === 0)))
  }

  /** A program that stays; when it goes by itself, `gone` hears its name. */
  stay(name: string, args: string[], env: NodeJS.ProcessEnv, gone: (name: string) => void) {
    this.#spawn(name, args, env).on('exit', () => this.#ending || gone(name))
  }

  async end() {
    this.#ending = true
    const children = [...this.#running.keys()]
    const ends = children.map((child) => new Promise((ended) => child.once('exit', ended)))
    children.forEach((child) => this.#signal(child, 'SIGTERM'))
    const late = new AbortController()
    await Promise.race([
      Promise.all(ends).then(() => late.abort()),
      pause(PATIENCE, undefined, { signal: late.signal }).catch(() => {}),
    ])
    this.#running.forEach((_, child) => this.#signal(child, 'SIGKILL'))
  }

  #spawn(name: string, args: string[], env: NodeJS.ProcessEnv) {
    const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    this.#running.set(child, name)
    child.on('exit', () => this.#running.delete(child))
    return child
  }

  /** The whole group: a program may have started others. */
  #signal(child: ChildProcess, signal: NodeJS.Signals) {
    try {
      process.kill(-child.pid!, signal)
    } catch {
      // Gone in the meantime.
    }
  }
}
