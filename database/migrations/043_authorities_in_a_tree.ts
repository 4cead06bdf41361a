import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * Who manages a governorate reads the open petitions of thirteen authorities by their last day, and the
 * sums of what is counted of each: those of what was counted before are added up here.
 */
export default class extends BaseSchema {
  async up() {
    // The database keeps it: whoever moves a stage or a last day has nothing to remember.
    this.schema.raw(
      `alter table petitions add column open_on date
       generated always as (case when stage in (${OPEN}) then due_on end) virtual`
    )
    this.schema.alterTable('petitions', (table) => {
      table.index(['open_on'])
      table.index(['subject_id', 'open_on'])
      table.dropIndex(BY_STAGE)
    })
    this.defer(addUp)
  }

  async down() {
    this.defer(async (db) => {
      await db.from('tallies').where('authority_id', TOGETHER).delete()
    })
    this.schema.alterTable('petitions', (table) => {
      table.index(BY_STAGE)
      table.dropIndex(['open_on'])
      table.dropIndex(['subject_id', 'open_on'])
    })
    this.schema.raw('alter table petitions drop column open_on')
  }
}

/** What is open of a subject stands in one range now, and not in seven. */
const BY_STAGE = ['subject_id', 'stage', 'due_on']
const OPEN = [
  ...['received', 'returned', 'reopened', 'routed', 'inProgress', 'awaitingPetitioner'],
  'awaitingApproval',
].map((stage) => `'${stage}'`)
/** Under this authority stands what each has of all its units, with the authority as its unit. */
const TOGETHER = 0

type Counts = Record<string, Record<string, number>>

interface Tally {
  authority_id: number
  week: string
  sort: string
  counts: string
}

async function addUp(db: QueryClientContract) {
  const all: Tally[] = await db.from('tallies').select('authority_id', 'week', 'sort', 'counts')
  const sums = Map.groupBy(all, (one) => [TOGETHER, one.week, one.sort, one.authority_id].join('/'))
  for (const [name, those] of sums) {
    const { week, sort, authority_id: authorityId } = those[0]!
    const counts = JSON.stringify(sumOf(those.map((one) => JSON.parse(one.counts) as Counts)))
    const row = { name, week, sort, authority_id: TOGETHER, unit_id: authorityId, counts }
    await db.table('tallies').insert(row)
  }
}

function sumOf(all: Counts[]) {
  const sum: Counts = {}
  for (const [group, counts] of all.flatMap((one) => Object.entries(one))) {
    const those = (sum[group] ??= {})
    for (const [what, times] of Object.entries(counts)) those[what] = (those[what] ?? 0) + times
  }
  return sum
}
