import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hidesPetitioner, readableBy } from '#intake'
import type { Officer } from '#organisation'
import { moment, stamp, type Stored } from './clock.ts'
import { Call } from './models/call.ts'
import { Message } from './models/message.ts'

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
    const found: Found[] = await tasks(officer, after).limit(PAGE + 1)
    const ids = found.slice(0, PAGE).map(({ id }) => id)
    const messages = await readableBy(Message.query(), officer)
      .join('petitions', 'petitions.id', 'messages.petition_id')
      .whereIn('messages.id', ids)
      .select('messages.*', 'petitions.number', 'petitions.kind')
      .orderBy('messages.missed_at')
      .orderBy('messages.id')
    const calls = await Call.about([...new Set(messages.map(({ petitionId }) => petitionId!))])
    return {
      rows: messages.map((message) => asRow(message, calls, officer)),
      next: found.length > PAGE ? cursorOf(found[PAGE - 1]!) : null,
    }
  },

  /** How many there are, up to 50. */
  async count(officer: Officer) {
    const some = tasks(officer).limit(COUNTED + 1)
    const rows = await readableBy(db.from(some.as('tasks')), officer)
      .join('petitions', 'petitions.id', 'tasks.petition_id')
      .select('tasks.id')
    return { count: Math.min(rows.length, COUNTED), more: rows.length > COUNTED }
  },
}

interface Found {
  id: number
  missed_at: Stored
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

function asRow(message: Message, calls: Call[], officer: Officer) {
  const { number, kind } = message.$extras
  const own = calls.filter((call) => call.$extras.petition_id === message.petitionId)
  return {
    ...message.facts,
    number: number as string,
    recipient: hidesPetitioner(kind as string, officer) ? '' : message.maskedRecipient,
    calls: own.length,
    calledAt: own[0]?.madeAt ?? null,
  }
}
