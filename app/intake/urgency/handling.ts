import i18n from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { StepDetails } from '../models/step.ts'
import { Urgency } from '../models/urgency.ts'
import type { Level } from './level.ts'

type Trx = TransactionClientContract

/** The desk says how soon somebody must look; the clock begins anew. */
export async function setUrgency(
  petition: PetitionRecord,
  level: Level,
  details: StepDetails,
  trx: Trx
) {
  await begin(petition, level, 'urgencySet', details, trx)
}

/** Somebody wrote whom they called and what was done: it is ordinary from then on. */
export async function meetUrgency(petition: PetitionRecord, details: StepDetails, trx: Trx) {
  await begin(petition, 'ordinary', 'urgencyMet', details, trx)
}

async function begin(
  petition: PetitionRecord,
  level: Level,
  kind: 'urgencySet' | 'urgencyMet',
  details: StepDetails,
  trx: Trx
) {
  const catalogue = await Catalogue.of(petition.authorityId)
  await petition.take({
    ...{ kind, ...details, trx, changes: { urgency: level } },
    alongside: () => Urgency.set({ petitionId: petition.id, level, catalogue }, trx),
  })
}

/** Nobody has written what was done: the next rung is told, and the step says which. */
export async function climb(petition: PetitionRecord, urgency: Urgency, trx: Trx) {
  const note = i18n.locale('tr').t(`intake.urgency.rung.${urgency.next}`)
  await petition.take({ kind: 'urgencyClimbed', note, trx, alongside: () => urgency.climb(trx) })
}
