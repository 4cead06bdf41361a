/**
 * The command line: `node ace <command>`. Where the machine's own Node is too old, the bundled
 * one takes over; then the TypeScript loader is registered and bin/console.ts runs.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
const QUIET = ['--disable-warning=DEP0205', '--disable-warning=Warning']
const bundled = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  await import('@poppinss/ts-exec')
  await import('./bin/console.js')
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [...QUIET, ...process.argv.slice(1)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : (code ?? 1)))
} else {
  console.error(`Node ${OLDEST} or newer is needed; run "npm start" once, it brings one along.`)
  process.exitCode = 1
}
