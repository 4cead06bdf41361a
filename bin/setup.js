/**
 * Installs what is missing, then runs a TypeScript file under a Node that is new enough:
 * `node bin/setup.js bin/start.ts`. Plain JavaScript for the machine's own Node, without any
 * dependency. Installed is what npm has written down as its last act
 * (node_modules/.package-lock.json), in the versions of package-lock.json, so that an installation
 * which was killed half-way is done again.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
const ROOT = fileURLToPath(new URL('../', import.meta.url))
const MODULES = join(ROOT, 'node_modules')
const WRITTEN_LAST = join(MODULES, '.package-lock.json')

if (!isInstalled()) await install()
await run(newEnough(), process.argv.slice(2))

function isInstalled() {
  const wanted = packages(join(ROOT, 'package-lock.json'))
  const found = packages(WRITTEN_LAST)
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!found[path]) return optional
    return found[path].version === version && existsSync(join(ROOT, path, 'package.json'))
  })
}

function packages(lockFile) {
  if (!existsSync(lockFile)) return {}
  const { '': _root, ...others } = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  return others
}

/** `npm ci`, with a line every now and then of how far it is: the whole takes about a minute. */
async function install() {
  const paths = Object.keys(packages(join(ROOT, 'package-lock.json')))
  console.log(`Installing ${paths.length} packages into node_modules, once …`)
  rmSync(WRITTEN_LAST, { force: true })

  const progress = setInterval(() => {
    const there = paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length
    console.log(`  ${there} of about ${paths.length}`)
  }, 5000)

  const status = await ended('npm', ['ci', '--include=dev', '--include=optional'], {
    ...process.env,
    PATH: pathWithoutModules(),
  })
  clearInterval(progress)
  if (status !== 0) {
    console.error('The packages could not be installed. What npm said stands above; try again.')
    process.exit(1)
  }
}

/** The bundled Node must not run npm while npm replaces it. */
function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter)
}

/** The Node that was installed along, or the machine's own. */
function newEnough() {
  const bundled = join(MODULES, '.bin', 'node')
  const node = existsSync(bundled) ? bundled : process.execPath
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
  if (major >= OLDEST) return node

  console.error(
    `Açık Kapı needs Node ${OLDEST} or newer and none comes along for this kind of machine: ` +
      'please install it from https://nodejs.org and try again.'
  )
  process.exit(1)
}

/** AdonisJS 7.5 sets off two warnings of Node 26 that say nothing to those who read them here. */
async function run(node, [file, ...args]) {
  const quiet = '--disable-warning=DEP0205 --disable-warning=Warning'
  const env = { ...process.env, NODE_OPTIONS: process.env.NODE_OPTIONS ?? quiet }
  process.exitCode = await ended(node, ['--import=@poppinss/ts-exec', file, ...args], env)
}

/** Runs a program in our place: it sees our terminal, hears our signals and gives the exit code. */
function ended(command, args, env) {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach((signal) => process.on(signal, pass))
  return new Promise((resolve) => {
    const end = (status) => {
      signals.forEach((signal) => process.off(signal, pass))
      resolve(status ?? 1)
    }
    child.on('error', () => end(1))
    child.on('exit', end)
  })
}
