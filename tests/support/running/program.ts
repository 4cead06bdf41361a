import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

const running = new Set<ChildProcess>()

/** The programs write into a pipe; whether a person sees colours is decided here. */
const COLOURS = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }

/**
 * Runs one program to its end and keeps what it said. `onLine` hears every line as it comes. When
 * this process is told to stop, the programs are told first, and it goes when they are gone.
 */
export async function run(
  command: string,
  args: string[],
  { cwd, env, onLine }: { cwd?: string; env?: NodeJS.ProcessEnv; onLine?: (line: string) => void }
) {
  const child = spawn(command, args, {
    cwd,
    env: { ...(env ?? process.env), ...COLOURS },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)

  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line)
      onLine?.(line)
    })
  }
  const ended = Promise.withResolvers<number>()
  child.on('error', (error) => lines.push(error.message))
  child.on('close', (status) => ended.resolve(status ?? 1))
  const status = await ended.promise
  running.delete(child)
  return { status, output: lines.join('\n') }
}

/**
 * Resolves with all that the program has said as soon as these words are in it; what it says later
 * is let go. @throws Error with all that it said when it ends without them
 */
export async function says(words: string, child: ChildProcess) {
  const heard = Promise.withResolvers<void>()
  let said = ''
  const listen = (text: string) => {
    said += text
    if (said.includes(words)) heard.resolve()
  }
  const streams = [child.stdout!, child.stderr!]
  for (const stream of streams) stream.setEncoding('utf8').on('data', listen)
  child.once('error', heard.reject).once('close', () => heard.reject(new Error(said)))
  await heard.promise
  for (const stream of streams) stream.off('data', listen).resume()
  return said
}

/** Ctrl-C, a closed terminal, a CI that gives up: nothing is left behind. */
export function stopWithPrograms() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      const ends = [...running].map((child) => new Promise((ended) => child.once('close', ended)))
      running.forEach((child) => child.kill('SIGTERM'))
      await Promise.all(ends)
      process.exit(1)
    })
  }
}
