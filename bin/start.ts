/**
 * `npm start`: a trial on one's own machine. Settings, database and a demonstration district when
 * there are none; then the server, the worker and the SMS-centre simulator, until Ctrl-C.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../database/demo/people.js'
import { Programs } from './start_programs.js'
import { refusal, settings, takenPort } from './start_settings.js'

const env = settings()
const programs = new Programs()
const smppPort = Number(env.SMPP_PORT ?? 2775)
const address = `http://${env.HOST}:${env.PORT}`
const telephones = `http://127.0.0.1:${smppPort + 1}`
const withSimulator = env.SMS_GATEWAY === 'smpp'
let ending: Promise<never> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => end())
}

await start()

async function start() {
  const no = refusal(env) ?? (await portSentence())
  if (no) return end(no)
  mkdirSync('tmp', { recursive: true })
  if (!(await prepareDatabase())) return end('The database could not be prepared.')

  run('the server', ['bin/server.ts'])
  if (env.DB_CONNECTION === 'mysql') run('the worker', ['ace.js', 'worker'])
  if (withSimulator) run('the SMS simulator', ['ace.js', 'sms:centre', ...simulator()])
  if (await answers()) welcome()
}

async function portSentence() {
  const ports: Record<string, number> = { PORT: Number(env.PORT) }
  if (withSimulator) Object.assign(ports, { 'SMPP_PORT': smppPort, 'SMPP_PORT + 1': smppPort + 1 })
  const taken = await takenPort(ports, '127.0.0.1')
  return taken && `Port ${taken.port} (${taken.name}) is taken: end who uses it, or change .env.`
}

/**
 * A new embedded database gets its name when it is complete: a start that was broken off half-way
 * through the demonstration begins anew the next time.
 */
async function prepareDatabase() {
  const file = env.SQLITE_FILE || 'tmp/acik-kapi.sqlite3'
  if (env.DB_CONNECTION !== 'sqlite' || existsSync(file)) return fill(env)

  const unfinished = `${file}.unfinished`
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true })
  if (!(await fill({ ...env, SQLITE_FILE: unfinished }))) return false
  for (const ending of ['-wal', '']) {
    if (existsSync(unfinished + ending)) renameSync(unfinished + ending, file + ending)
  }
  return true
}

async function fill(on: NodeJS.ProcessEnv) {
  console.log('Preparing the database …')
  const migration = ['ace.js', 'migration:run', '--compact-output', '--no-schema-generate']
  return (await programs.run(migration, on)) && programs.run(['ace.js', 'demo:seed'], on)
}

function simulator() {
  return [`--port=${smppPort}`, `--page-port=${smppPort + 1}`, '--journal=tmp/sms_centre.jsonl']
}

function run(name: string, args: string[]) {
  programs.stay(name, args, env, (gone) => end(`${gone} has ended; what it said stands above.`))
}

async function answers() {
  for (let tries = 0; tries < 600 && !ending; tries++) {
    if (await fetch(address).then(Boolean, () => false)) return true
    await pause(100)
  }
  if (!ending) end(`${address} does not answer.`)
  return false
}

function welcome() {
  const people = DEMO_PEOPLE.map(({ login, name }) => `  ${login.padEnd(15)} ${name}`)
  console.log(
    [
      '',
      ...people,
      '',
      `These people sign in at ${address}/giris with the password ${DEMO_PASSWORD}`,
      `  Açık Kapı           ${address}`,
      ...(withSimulator ? [`  the telephones      ${telephones}`] : []),
      '',
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
