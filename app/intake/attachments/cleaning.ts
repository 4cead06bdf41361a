import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { again } from '#shared/database/transaction'
import { Attachment } from '../models/attachment.ts'
import { check } from './checking/check.ts'
import { filesFolder } from './store/folder.ts'
import { Store, UNFINISHED } from './store/store.ts'

/** How long a form's files wait for it, and how long a file may lie before a row names it. */
const HOUR = { hours: 1 }
/** Rows of one round. */
const A_PIECE = 50
/** Days whose folders are looked at in each round, and which of the older ones: one at a time. */
const DAYS = 2

/** Files that came to a form after it was sent, as from a second tab. */
export async function adopt() {
  const found: { holder: string; petition_id: number }[] = await db
    .from('attachments')
    .join('petitions', 'petitions.token_digest', 'attachments.holder')
    .whereNull('attachments.petition_id')
    .select('attachments.holder', 'petitions.id as petition_id')
    .limit(A_PIECE)
  const holders = new Map(found.map((one) => [one.holder, one.petition_id]))
  for (const [holder, petition] of holders) await again(() => Attachment.claim(holder, petition))
  return found.length
}

/** One after the other: whoever is away for one is away for all, and the next round tries again. */
export async function checkAgain() {
  const waiting = await Attachment.query()
    .where('state', 'waiting')
    .where('due_at', '<=', stamp(DateTime.utc()))
    .orderBy('due_at')
    .limit(A_PIECE)
  // One that was never begun: the process ended between its row and its check.
  const forgotten = await Attachment.query()
    .where('state', 'waiting')
    .whereNull('due_at')
    .where('created_at', '<', stamp(DateTime.utc().minus({ minutes: 2 })))
    .limit(A_PIECE)
  let done = 0
  for (const attachment of [...waiting, ...forgotten]) {
    if (!(await check(attachment))) break
    done += 1
  }
  return done
}

/** The file first: a row without one is tried again, a file without a row is only found by looking. */
export async function clearDrafts() {
  const old = await Attachment.query()
    .whereNull('petition_id')
    .where('created_at', '<', stamp(DateTime.utc().minus(HOUR)))
    // A mail's wait for the desk as long as it does.
    .whereNotIn('holder', (mails) => void mails.from('mails').select('holder'))
    .orderBy('id')
    .limit(A_PIECE)
  let gone = 0
  for (const { id, file } of old) {
    const [taken] = await again(() =>
      Attachment.query()
        .where('id', id)
        .whereNull('petition_id')
        .update({ holder: `gone:${id}` })
    )
    // Its petition was received this very moment; from now on none can claim it.
    if (!taken) continue
    if (file) await Store.remove(file)
    await again(() => Attachment.query().where('id', id).whereNull('petition_id').delete())
    gone += 1
  }
  return gone
}

let turn = 0

/** What is left of an upload that broke off with its process, or of a check. */
export async function clearUnnamed() {
  const days = (await folders()).reverse()
  const older = days.slice(DAYS)
  const one = older.length > 0 ? [older[turn++ % older.length]!] : []
  let gone = 0
  for (const day of [...days.slice(0, DAYS), ...one]) gone += await clearDay(day)
  return gone
}

async function clearDay(day: string) {
  const before = Date.now() - 3_600_000
  const names = await namesIn(day)
  const kept = new Set<string>()
  for (let at = 0; at < names.length; at += 500) {
    const piece = names.slice(at, at + 500).map((name) => `${day}/${name}`)
    const rows: { file: string }[] = await db
      .from('attachments')
      .whereIn('file', piece)
      .select('file')
    for (const { file } of rows) kept.add(file)
  }
  let gone = 0
  for (const name of names.filter((one) => !kept.has(`${day}/${one}`))) {
    const path = join(filesFolder(), day, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs > before) continue
    await rm(path, { force: true })
    gone += 1
  }
  return gone
}

/** The folders of days, the first one first. */
async function folders() {
  const found: string[] = []
  for (const year of await named('', /^\d{4}$/)) {
    for (const month of await named(year, /^\d\d$/)) {
      const days = await named(join(year, month), /^\d\d$/)
      found.push(...days.map((day) => `${year}/${month}/${day}`))
    }
  }
  return found
}

/** Of another's files nothing is touched. */
async function namesIn(day: string) {
  return named(day, new RegExp(`^[0-9a-f]{32}(\\${UNFINISHED})?$`))
}

async function named(folder: string, shape: RegExp) {
  const names = await readdir(join(filesFolder(), folder)).catch(() => [])
  return names.filter((name) => shape.test(name)).sort()
}
