import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hidesPetitioner, readableBy } from '#intake'
import type { Officer } from '#organisation'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import { Call } from '../models/call.ts'
import { Message } from '../models/message.ts'

const PAGE = 30
/** Counts above this are shown as «50+»: a count must not read what piles up after an outage. */
const COUNTED = 50

/**
 * Ulaşmayan mesajlar: what citizens should know and do not, whoever waits longest first; who was
 * called in vain stands at the end. A page at a time, by keyset, over an index that holds only them.
 */
export const MissedList = {
  /** A page, and the cursor of the next one (null at the end). */
  async page(officer: Officer, after: unknown) {
    let some: Tasks | undefined
    for await (some of tasksInTurn(officer, PAGE, after)) if (some.readable.length > 0) break
    const { readable, next } = some!
    return { rows: await rowsOf(readable, officer), next }
  },

  /** How many there are, up to 50. */
  async count(officer: Officer) {
    let count = 0
    for await (const { readable } of tasksInTurn(officer, COUNTED + 1)) {
      count += readable.length
      if (count > COUNTED) break
    }
    return { count: Math.min(count, COUNTED), more: count > COUNTED }
  },
}

type Calls = Awaited<ReturnType<typeof Call.countedFor>>

interface Found {
  id: number
  missed_at: Stored
  petition_id: number
}

interface Tasks {
  readable: Found[]
  /** the cursor behind them; null at the end */
  next: string | null
}

/** How many pages of tasks are looked through for some that this officer may see. */
const MOST_PAGES = 5

/**
 * Page after page of tasks, and which of them are of petitions that this officer may see. Most often
 * the first page is all there is: hardly anything is hidden from the bureau.
 */
async function* tasksInTurn(
  officer: Officer,
  size: number,
  after?: unknown
): AsyncGenerator<Tasks> {
  let cursor = after
  for (let page = 0; page < MOST_PAGES; page++) {
    const found: Found[] = await tasks(officer, cursor).limit(size + 1)
    const some = found.slice(0, size)
    const next = found.length > size ? cursorOf(some.at(-1)!) : null
    yield { readable: await readableOf(some, officer), next }
    if (!next) return
    cursor = next
  }
}

async function readableOf(some: Found[], officer: Officer) {
  if (some.length === 0) return []
  const about = [...new Set(some.map((task) => task.petition_id))]
  const petitions: { id: number }[] = await readableBy(db.from('petitions'), officer, {
    authorityId: officer.authorityId,
  })
    .whereIn('petitions.id', about)
    .select('petitions.id')
  const ids = new Set(petitions.map(({ id }) => id))
  return some.filter((task) => ids.has(task.petition_id))
}

async function rowsOf(tasksOfPage: Found[], officer: Officer) {
  const messages = await Message.query()
    .join('petitions', 'petitions.id', 'messages.petition_id')
    .whereIn(
      'messages.id',
      tasksOfPage.map(({ id }) => id)
    )
    .select('messages.*', 'petitions.number', 'petitions.kind')
    .orderBy('messages.missed_at')
    .orderBy('messages.id')
  const calls = await Call.countedFor([...new Set(messages.map(({ petitionId }) => petitionId!))])
  return messages.map((message) => asRow(message, calls, officer))
}

/**
 * The lines of a page, before anything else is read: with the petitions at hand at once, MariaDB
 * begins with them and reads every task there is.
 */
function tasks({ authorityId }: Officer, after?: unknown) {
  const query = db
    .from('messages')
    .where('authority_id', authorityId)
    .whereNotNull('missed_at')
    .whereNotNull('petition_id')
    .select('id', 'missed_at', 'petition_id')
    .orderBy('missed_at')
    .orderBy('id')
  const [, at, id] = /^(\d{1,11})_(\d{1,10})$/.exec(String(after ?? '')) ?? []
  if (!at) return query
  // Written so that the index can seek.
  const from = stamp(DateTime.fromSeconds(Number(at)))
  return query
    .where('missed_at', '>=', from)
    .where((rest) => rest.where('missed_at', '>', from).orWhere('id', '>', Number(id)))
}

function cursorOf({ id, missed_at: missedAt }: Found) {
  return `${moment(missedAt).toUnixInteger()}_${id}`
}

function asRow(message: Message, calls: Calls, officer: Officer) {
  const { number, kind } = message.$extras
  const brought = { kind: kind as string, authorityId: message.authorityId }
  return {
    ...message.facts,
    number: number as string,
    recipient: hidesPetitioner(brought, officer) ? '' : message.maskedRecipient,
    calls: calls.get(message.petitionId!) ?? null,
  }
}
