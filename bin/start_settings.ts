import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseEnv } from 'node:util'

const OWN_MACHINE = ['127.0.0.1', 'localhost', '::1']

export type Settings = Record<string, string>

/** The settings in .env, written from .env.example with a key of its own when there are none. */
export function settings(): Settings {
  if (!existsSync('.env')) {
    const key = randomBytes(32).toString('base64url')
    const example = readFileSync('.env.example', 'utf8')
    writeFileSync('.env', example.replace(/^APP_KEY=$/m, `APP_KEY=${key}`), { mode: 0o600 })
    console.log('Wrote .env with a fresh key.')
  }
  return { ...(parseEnv(readFileSync('.env', 'utf8')) as Settings), ...process.env } as Settings
}

/** Why this is no trial on one's own machine, as a sentence, or null when it is one. */
export function refusal({ NODE_ENV, HOST }: Settings) {
  if (NODE_ENV === 'production') {
    return (
      'npm start is a trial with invented people and a known password: it does not run with ' +
      'NODE_ENV=production. How a server is run stands in docs/operations.'
    )
  }
  if (!OWN_MACHINE.includes(HOST ?? '')) {
    return `npm start is a trial on one's own machine: HOST must be 127.0.0.1, not ${HOST}.`
  }
  return null
}

/** The first of these settings whose port another program holds, or null. */
export async function takenPort(ports: Record<string, number>, host: string) {
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port, host))) return { name, port }
  }
  return null
}

function isFree(port: number, host: string) {
  const server = createServer()
  return new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
