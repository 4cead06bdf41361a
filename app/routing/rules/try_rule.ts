import { DateTime } from 'luxon'
import { Catalogue, ruleBookOf, triedSign, type Officer, type RoutingRule } from '#organisation'
import { breathing } from '#shared/breath'
import { dayOf, today } from '#shared/dates/turkish_date'
import { moment } from '#shared/dates/stored'
import { RuleTrial, type Listed } from '../models/rule_trial.ts'
import { isAll, pastPetitions } from './past_petitions.ts'
import { Proposing } from './proposing.ts'

/** Of so many it is said which ones they are. */
const LISTED = 300

/**
 * Tries a rule out on what came in the last month, as if it were switched on, and keeps what it found.
 * Petitions are read in pieces, and others are served in between.
 */
export async function tryRule({ id }: RoutingRule, officer: Officer) {
  const { authorityId } = officer
  const catalogue = await Catalogue.of(authorityId)
  const book = await ruleBookOf(authorityId)
  const proposing = new Proposing(book, id, catalogue)
  const from = today().minus({ months: 1 })
  const breath = breathing()
  const counts = { looked: 0, fitting: 0, others: 0, agreeing: 0 }
  const listed: Listed[] = []
  let since = from
  for await (const rows of pastPetitions(officer, from)) {
    for (const row of rows) {
      await breath()
      const found = proposing.for(row)
      if (!found) continue
      counts.fitting += 1
      if (row.in_charge === found.unitId) counts.agreeing += 1
      if (found.without === found.unitId) continue
      counts.others += 1
      if (listed.length < LISTED) listed.push([row.id, found.without])
    }
    counts.looked += rows.length
    if (!isAll(counts.looked)) since = dayOf(moment(rows.at(-1)!.received_at))
  }
  const made = { routingRuleId: id, officerId: officer.id, triedAt: DateTime.utc() }
  const seen = { sign: triedSign(book), since, isWhole: isAll(counts.looked) }
  return RuleTrial.create({ ...made, ...seen, ...counts, listed: JSON.stringify(listed) })
}
