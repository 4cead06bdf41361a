import { randomBytes } from 'node:crypto'
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { OfficeCommand, Unusable } from './_office_command.js'

/** Another key for slips; those of the earlier one stay good: `node ace receipt:rotate`. */
export default class ReceiptRotate extends OfficeCommand {
  static commandName = 'receipt:rotate'
  static description = 'Sign slips with a new key from now on; earlier slips stay genuine'
  static help = [
    'Writes SLIP_KEY and SLIP_KEYS_RETIRED into .env. Restart the services afterwards, copy both',
    'lines to the other servers, and hang up the new fingerprint (/dogrula).',
  ]

  async work() {
    const { SigningKey, SlipKeys } = await import('#intake')
    const { today } = await import('#shared/dates/turkish_date')
    const { default: env } = await import('#start/env')
    const file = join(process.env.ENV_PATH || this.app.makePath(), '.env')
    const text = readSettings(file)
    const given = env.get('SLIP_KEY')?.release() ?? ''
    if ((parseEnv(text).SLIP_KEY ?? '') !== given) {
      throw new Unusable('SLIP_KEY comes from the environment, not from .env: change it there.')
    }

    const seed = randomBytes(32)
    const last = `${SlipKeys.own().signing.public.raw}@${today().toISODate()}`
    const retired = [last, env.get('SLIP_KEYS_RETIRED')].filter(Boolean).join(',')
    const lines = { SLIP_KEY: seed.toString('base64url'), SLIP_KEYS_RETIRED: retired }
    replace(file, withLines(text, lines))

    const { fingerprint } = new SigningKey(seed).public
    process.stdout.write(`The new key has the fingerprint ${fingerprint}\n`)
    process.stdout.write(
      'It signs once the services are restarted. Hang it up: /dogrula, printed.\n'
    )
  }
}

function readSettings(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Unusable(`${file} cannot be read: the key stands there, beside APP_KEY.`)
  }
}

function withLines(text: string, lines: Record<string, string>) {
  const kept = text.split('\n').filter((line) => !Object.keys(lines).includes(nameIn(line)))
  while (kept.at(-1) === '') kept.pop()
  const added = Object.entries(lines).map(([name, value]) => `${name}=${value}`)
  return [...kept, ...added, ''].join('\n')
}

function nameIn(line: string) {
  return /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? ''
}

/** All of it or nothing, and as readable as before: whoever runs it is not whose the file is. */
function replace(file: string, text: string) {
  const { mode, uid, gid } = statSync(file)
  const beside = `${file}.new`
  try {
    writeFileSync(beside, text, { mode: mode & 0o777 })
    chownSync(beside, uid, gid)
    renameSync(beside, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Unusable(`${file} cannot be written (${code}): run this as root.`)
  }
}
