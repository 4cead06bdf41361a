/**
 * Installs what is missing, before anything else runs: `npm start` and `npm test` begin here. Plain
 * JavaScript for the machine's own Node, without a dependency. Installed is what npm has written
 * down as its last act (node_modules/.package-lock.json), in the versions of package-lock.json, so
 * that an installation which was killed half-way is done again.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
const ROOT = fileURLToPath(new URL('../', import.meta.url))
const MODULES = join(ROOT, 'node_modules')
const WRITTEN_LAST = join(MODULES, '.package-lock.json')

if (!isInstalled()) {
  await install()
}
checkNode()

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

  const npm = spawn('npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: ROOT,
    env: { ...process.env, PATH: pathWithoutModules() },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => npm.kill(signal))
  }
  const progress = setInterval(() => {
    const there = paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length
    console.log(`  ${there} of about ${paths.length}`)
  }, 5000)

  const code = await new Promise((resolve) => {
    npm.on('error', () => resolve(1))
    npm.on('exit', (status) => resolve(status ?? 1))
  })
  clearInterval(progress)
  if (code !== 0) {
    console.error('The packages could not be installed. What npm said stands above; try again.')
    process.exit(1)
  }
}

/** The bundled Node must not run npm while npm replaces it. */
function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter)
}

/** What follows runs under the Node that was installed along, or under the machine's own. */
function checkNode() {
  const bundled = join(MODULES, '.bin', 'node')
  const node = existsSync(bundled) ? bundled : process.execPath
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
  if (major < OLDEST) {
    console.error(
      `Açık Kapı needs Node ${OLDEST} or newer and none comes along for this kind of machine: ` +
        'please install it from https://nodejs.org and try again.'
    )
    process.exit(1)
  }
}
