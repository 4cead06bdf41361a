import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue } from '#organisation'
import { PetitionTerm } from '../models/petition_term.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { Kind } from '../stages.ts'
import { topicOf } from './topic.ts'

/** A petition is about something else than was written down: it is found and joined under that from now on. */
export async function keepAlike(petition: PetitionRecord, trx: TransactionClientContract) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const { authorityId, text, place, complainedUnitId, subjectId, circle } = petition
  const isAbout = complainedUnitId !== null || petition.decider !== 'unit'
  await PetitionTerm.drop(petition, trx)
  const subject = catalogue.subject(subjectId) ?? null
  const about = { authorityId, text, place, subject, kind: petition.kind as Kind }
  const isOpen = circle === 'house' && !isAbout
  const topic = isOpen ? topicOf({ ...about, complainedUnit: null }, catalogue) : null
  if (topic) await PetitionTerm.keep(petition, topic, trx)
}
