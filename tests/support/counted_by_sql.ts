import db from '@adonisjs/lucid/services/db'
import { Catalogue, type Officer } from '#organisation'
import { isShieldedFrom, OPEN_STAGES, readableBy, Step } from '#intake'
import { Period } from '#shared/dates/period'
import { moment } from '#shared/dates/stored'
import { daysBetween, today } from '#shared/dates/turkish_date'

/** Lines that say what is counted, sorted: two counts agree when these are the same. */
export type Lines = string[]

/** What the managers' page must show this officer of an authority, counted from the rows themselves. */
export async function countedBySql(
  officer: Officer,
  authorityId = officer.authorityId
): Promise<Lines> {
  const of = [officer, authorityId] as const
  const lines = [await open(...of), await concluded(...of), await received(...of)]
  return [...lines, await texts(...of)].flat().toSorted()
}

/** So many of each line, as one line. */
function tallied(lines: Lines): Lines {
  const groups = Map.groupBy(lines, (line) => line)
  return [...groups].map(([line, those]) => `${line}: ${those.length}`)
}

async function open(officer: Officer, authorityId: number) {
  const rows = await readableBy(db.from('petitions'), officer, { authorityId })
    .whereIn('petitions.stage', [...OPEN_STAGES])
    .select('petitions.unit_id', 'petitions.due_on')
  const day = today().toISODate()!
  return tallied(
    rows.flatMap(({ unit_id: unitId, due_on: due }) => {
      const dueOn = moment(due).toISODate()!
      const of = (what: string) => `${what} at ${unitId}`
      const state = dueOn < day ? [of('late')] : dueOn === day ? [of('today')] : []
      return [of('open'), ...state]
    })
  )
}

async function concluded(officer: Officer, authorityId: number) {
  const catalogue = await Catalogue.of(authorityId)
  const steps = db.from('steps').join('petitions', 'petitions.id', 'steps.petition_id')
  const rows = await Period.thisWeek()
    .withPrevious.narrow(readableBy(steps, officer, { authorityId }), 'steps.taken_at')
    .whereNotNull('steps.outcome')
    .whereNot('steps.kind', 'answerReplaced')
    .select('steps.unit_id', 'steps.outcome', 'steps.taken_at', 'petitions.received_at')
  return tallied(
    rows.map(({ unit_id: unitId, outcome, taken_at: taken, received_at: came }) => {
      const { id } = Step.senderOf({ unitId, outcome }, catalogue)
      const days = daysBetween(moment(came), moment(taken))
      return `${week(moment(taken))} ${outcome} by ${id} in ${days} days`
    })
  )
}

async function received(officer: Officer, authorityId: number) {
  const rows = await Period.thisWeek()
    .withPrevious.narrow(
      readableBy(db.from('petitions'), officer, { authorityId }),
      'petitions.received_at'
    )
    .whereNotNull('petitions.subject_id')
    .select('petitions.subject_id', 'petitions.received_at')
  return tallied(rows.map((row) => `${week(moment(row.received_at))} about ${row.subject_id}`))
}

/** What was told of complaints about the officer's own units is taken off. */
async function texts(officer: Officer, authorityId: number) {
  const { bureau } = await Catalogue.of(officer.authorityId)
  const rows = await Period.thisWeek()
    .withPrevious.narrow(db.from('messages'), 'messages.final_at')
    .leftJoin('petitions', 'petitions.id', 'messages.petition_id')
    .where('messages.authority_id', authorityId)
    .where('messages.channel', 'sms')
    .select('messages.state', 'messages.final_at', 'petitions.complained_unit_id')
    .select('petitions.complained_officer_id', 'petitions.complained_authority_id')
    .select('petitions.decider')
  const seen = rows.filter((row) => {
    const about = {
      complainedUnitId: row.complained_unit_id,
      complainedOfficerId: row.complained_officer_id,
      complainedAuthorityId: row.complained_authority_id,
      decider: row.decider,
    }
    return !isShieldedFrom(officer, about, bureau)
  })
  return tallied(
    seen.flatMap(({ state, final_at: at }) => {
      if (['suppressed', 'cancelled'].includes(state)) return []
      const how = ['delivered', 'unknown'].includes(state) ? state : 'missed'
      return [`${week(moment(at))} text ${how}`]
    })
  )
}

function week(at: ReturnType<typeof moment>) {
  return Period.thisWeek().has(at) ? 'this week' : 'last week'
}
