import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, Deadline, installation, ruleFor } from '#organisation'
import type { Petition } from '../../models/petition.ts'
import { Survey } from '../../models/survey.ts'
import { beginsAt, whoDecides } from './who_decides.ts'

/** A petition's own authority and those above it. */
type Offices = Awaited<ReturnType<typeof officesOf>>

/** Read before there is a transaction, which would wait for its own connection. */
export async function officesOf({ authorityId }: Petition) {
  const all = await installation()
  const ids = [authorityId, ...all.above(authorityId).map(({ id }) => id)]
  const catalogues = await Promise.all(ids.map((id) => Catalogue.of(id)))
  return { all, byId: new Map(ids.map((id, at) => [id, catalogues[at]!])) }
}

/** What is kept of an objection that is made now: who decides it, and by when. */
export async function rowOf(
  petition: Petition,
  words: string,
  { all, byId }: Offices,
  trx: TransactionClientContract
) {
  const { id: petitionId, authorityId } = petition
  const { stepId, unitId } = (await Survey.lastOf(petition, trx))!
  const answer = { stepId, unitId }
  const { level, givenBy } = await beginsAt(petition, answer, byId.get(authorityId)!, trx)
  const decides = await whoDecides(level, { petition, unitId, givenBy, installation: all }, trx)
  const clock = clockOf(petition, byId.get(decides.decidingId)!)
  return { authorityId, petitionId, ...answer, words, ...decides, ...clock }
}

/** By the rule and the calendar of whoever decides. */
function clockOf({ kind }: Petition, { rules, calendar }: Catalogue) {
  const rule = ruleFor(rules, 'review', kind)
  const madeAt = DateTime.utc()
  return { madeAt, dueOn: Deadline.for(madeAt, rule, calendar).on, ruleId: rule.id }
}
