import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { Calendar, Deadline, type Rule } from '#organisation'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import { dayOf } from '#shared/dates/turkish_date'
import { insertRows } from './fill.js'

/** Two rows each, written by one statement: a petition has both or none. */
const PAGE = 100

/** What can be said where today's rules and holidays would give another day than was promised. */
const SET_THEN = {
  reason: 'başvurunuz alındığında böyle belirlendi',
  reason_en: 'so set when your petition was received',
}

interface Received {
  id: number
  authority_id: number
  received_at: Stored
  due_on: Stored
  due_rule_id: number
  legal_due_on: Stored
  legal_rule_id: number
  step_id: number
}

/**
 * Gives petitions that have no deadlines theirs, from the days that were promised to them. The days
 * stay as they are; a reason is told only where the rule gives that very day today.
 */
export async function fillDeadlines(client: QueryClientContract) {
  const explain = await explainer(client)
  for (let after = 0; ;) {
    const page = await without(client, after)
    await insertRows(client, 'deadlines', page.flatMap(explain))
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

function without(client: QueryClientContract, after: number): Promise<Received[]> {
  return client
    .from('petitions')
    .join('steps', (received) =>
      received.on('steps.petition_id', 'petitions.id').andOnVal('steps.position', 1)
    )
    .where('petitions.id', '>', after)
    .whereNotExists((rows) => rows.from('deadlines').whereColumn('petition_id', 'petitions.id'))
    .select('petitions.id', 'authority_id', 'received_at', 'due_on', 'due_rule_id')
    .select('legal_due_on', 'legal_rule_id', 'steps.id as step_id')
    .orderBy('petitions.id')
    .limit(PAGE)
}

async function explainer(client: QueryClientContract) {
  const rules = new Map((await client.from('deadline_rules')).map((row) => [row.id, asRule(row)]))
  const holidays = await client.from('holidays')
  const calendars = new Map<number, Calendar>()
  const calendarOf = (authority: number) => {
    const own = holidays.filter(({ authority_id: id }) => id === null || id === authority)
    const calendar = calendars.get(authority) ?? new Calendar(own.map(asDayOff))
    calendars.set(authority, calendar)
    return calendar
  }

  return (petition: Received) => {
    const receivedAt = moment(petition.received_at)
    const row = (clock: string, stored: Stored, ruleId: number) => {
      const dueOn = moment(stored).toISODate()!
      const deadline = Deadline.for(
        receivedAt,
        rules.get(ruleId)!,
        calendarOf(petition.authority_id)
      )
      return {
        petition_id: petition.id,
        clock,
        due_on: dueOn,
        rule_id: ruleId,
        ...(deadline.on.toISODate() === dueOn ? wordsOf(deadline) : UNEXPLAINED),
        since: stamp(receivedAt),
        until: null,
        step_id: petition.step_id,
      }
    }
    return [
      row('promise', petition.due_on, petition.due_rule_id),
      row('legal', petition.legal_due_on, petition.legal_rule_id),
    ]
  }
}

const UNEXPLAINED = { ...SET_THEN, rolled_from: null, days_off: null }

function wordsOf(deadline: Deadline) {
  return {
    reason: deadline.reason('tr'),
    reason_en: deadline.reason('en'),
    rolled_from: deadline.rolledFrom?.toISODate() ?? null,
    days_off: deadline.daysOff,
  }
}

function asRule(row: Record<string, any>): Rule {
  const { id, clock, days, counted, reason, source } = row
  return {
    ...{ id, clock, days, counted, reason, source },
    authorityId: row.authority_id,
    petitionKind: row.petition_kind,
    rolls: Boolean(row.rolls),
    reasonEn: row.reason_en,
  }
}

function asDayOff({ day, portion, name, kind }: Record<string, any>) {
  return { day: dayOf(moment(day)), portion, name, kind }
}
