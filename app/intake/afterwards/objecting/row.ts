import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, Deadline, installation, Officer, ruleFor } from '#organisation'
import type { Petition } from '../../models/petition.ts'
import { Step } from '../../models/step.ts'
import { Survey } from '../../models/survey.ts'
import { levelAbove } from './level.ts'
import { whoDecides } from './who_decides.ts'

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
  const step = await Step.findOrFail(stepId, { client: trx })
  const givenBy = step.actedFor ?? step.officerId
  const isForManager = petition.isAboutBureau || petition.decider === 'manager'
  const isBureaus = unitId === byId.get(authorityId)!.bureau.id
  const level = levelAbove({ roles: await rolesOf(givenBy, trx), isBureaus, isForManager })
  const decides = await whoDecides(level, { petition, unitId, givenBy, installation: all }, trx)
  const clock = clockOf(petition, byId.get(decides.decidingId)!)
  return { authorityId, petitionId, unitId, stepId, words, ...decides, ...clock }
}

/** By the rule and the calendar of whoever decides. */
function clockOf({ kind }: Petition, { rules, calendar }: Catalogue) {
  const rule = ruleFor(rules, 'review', kind)
  const madeAt = DateTime.utc()
  return { madeAt, dueOn: Deadline.for(madeAt, rule, calendar).on, ruleId: rule.id }
}

async function rolesOf(id: number | null, trx: TransactionClientContract) {
  if (id === null) return []
  const one = await Officer.query({ client: trx }).where({ id }).preload('officerRoles').first()
  return one?.roles ?? []
}
