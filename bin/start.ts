/**
 * `npm start`: a trial on one's own machine; `npm start -- --il` with a province. Settings, database and a demonstration district when
 * there are none; then the SMS-centre simulator, the server and the worker, until Ctrl-C.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { DEMO_PASSWORD } from '../config/demonstration.js'
import { DEMO_PEOPLE } from '../database/demo/people.js'
import { serviceSettings } from './service_settings.js'
import { Programs } from './start_programs.js'
import { TrialSettings } from './start_settings.js'

const settings = new TrialSettings()
const env = settings.values
/** A province beside the usual trial, in a database of its own. */
const isProvince = process.argv.includes('--il')
if (isProvince) env.SQLITE_FILE ||= 'tmp/acik-kapi-il.sqlite3'
const programs = new Programs()
const address = `http://${env.HOST}:${env.PORT}`
const telephones = `http://127.0.0.1:${settings.smppPort + 1}`
const PROVINCE = [
  'Beside Edremit stand balikesir (the governorate), ayvalik, burhaniye and havran, each with',
  '  masa.ayvalik sef.ayvalik kaymakam.ayvalik bilgiislem.ayvalik tarim.ayvalik tarim.amir.ayvalik;',
  '  the governor is vali.balikesir',
]
let ending: Promise<never> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => end())
}

await start()

async function start() {
  const refusal = await settings.refusal()
  if (refusal) return end(refusal)
  settings.save()
  mkdirSync('tmp', { recursive: true })
  if (!(await prepareDatabase())) return end('The database could not be prepared.')

  if (settings.withSimulator) {
    run('The SMS simulator', ['ace.js', 'sms:centre', ...simulator()])
    await answers(telephones)
  }
  run('The server', ['bin/server.ts'])
  if (env.DB_CONNECTION === 'mysql') run('The worker', ['ace.js', 'worker'])
  if (await answers(address)) welcome()
}

/**
 * A new embedded database gets its name when it is complete: a start that was broken off half-way
 * through the demonstration begins anew the next time.
 */
async function prepareDatabase() {
  const file = env.SQLITE_FILE || 'tmp/acik-kapi.sqlite3'
  if (env.DB_CONNECTION !== 'sqlite' || existsSync(file)) return fill(env)

  const unfinished = `${file}.unfinished`
  for (const part of ['', '-wal', '-shm']) rmSync(unfinished + part, { force: true })
  if (!(await fill({ ...env, SQLITE_FILE: unfinished }))) return false
  for (const part of ['-wal', '']) {
    if (existsSync(unfinished + part)) renameSync(unfinished + part, file + part)
  }
  return true
}

async function fill(on: NodeJS.ProcessEnv) {
  console.log('Preparing the database …')
  const seed = ['ace.js', 'demo:seed', ...(isProvince ? ['--il'] : [])]
  const migration = ['ace.js', 'migration:run', '--compact-output', '--no-schema-generate']
  return (await programs.run(migration, on)) && programs.run(seed, on)
}

function simulator() {
  const { smppPort: port } = settings
  return [`--port=${port}`, `--page-port=${port + 1}`, '--journal=tmp/sms_centre.jsonl']
}

function run(name: string, args: string[]) {
  programs.stay(args, { ...env, ...serviceSettings() }, () =>
    end(`${name} has ended; what it said stands above.`)
  )
}

async function answers(url: string) {
  for (let tries = 0; tries < 600 && !ending; tries++) {
    if (await fetch(url).then(Boolean, () => false)) return true
    await pause(100)
  }
  if (!ending) end(`${url} does not answer.`)
  return false
}

function welcome() {
  const heads = DEMO_PEOPLE.filter(({ login }) => login.endsWith('.amir'))
  const units = heads.map(({ login }) => login.replace('.amir', ''))
  const house = DEMO_PEOPLE.filter(({ login }) => !units.includes(login.replace('.amir', '')))
  console.log(
    [
      '',
      `Açık Kapı:   ${address}`,
      `Sign in at:  ${address}/giris with the password ${DEMO_PASSWORD}`,
      ...house.map(
        ({ login, name, roles }) => `  ${login.padEnd(12)} ${name}: ${roles.join(', ')}`
      ),
      `  ${'tarim'.padEnd(12)} a unit's officer; tarim.amir its head. Likewise:`,
      `  ${units.join(' ')}`,
      ...(isProvince ? PROVINCE : []),
      ...(settings.withSimulator ? [`Telephones:  ${telephones} shows every text message`] : []),
      'Ctrl-C ends it; the data stays for the next start.',
    ].join('\n')
  )
}

/** With a sentence when something went wrong. */
function end(sentence?: string) {
  if (sentence) {
    console.error(sentence)
    process.exitCode = 1
  }
  ending ??= programs.end().then(() => process.exit())
  return ending
}
