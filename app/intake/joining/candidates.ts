import { Catalogue } from '#organisation'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { readUnion } from '#shared/database/union'
import { stamp } from '#shared/dates/stored'
import { OPEN_STAGES } from '../stages.ts'
import { MOST_JOINED } from './may_be_joined.ts'
import { JOINABLE_KINDS, type Topic } from './topic.ts'

/** What is older is another time that it happens: the lamp is out again. */
const WINDOW = { days: 60 }
/** So many of a subject and a place are looked at: three rows are read for each. */
const LOOKED_AT = 100

export const PLACES = (values: readonly unknown[]) => values.map(() => '?').join(', ')

const INDEX = 'petition_terms_authority_id_subject_id_place_id_index'
/**
 * By which index, and in which order: either database begins elsewhere now and then, with all petitions
 * of the subject or of two indexes what both hold. A bound on rows is one in every plan.
 */
export function ordered(index: string) {
  return db.connection().dialect.name === 'mysql'
    ? { by: `force index (${index})`, then: 'straight_join' }
    : { by: `indexed by ${index}`, then: 'cross join' }
}

/** The newest of one subject at one place, whatever became of them. */
const newest = (by: string) => `select petition_id, terms from petition_terms ${by}
  where authority_id = ? and subject_id = ? and place = ? order by id desc limit ?`

/** What of a petition must hold for somebody to join it; said again when they do (join.ts). */
const OPEN = `petitions.circle = 'house' and petitions.decider = 'unit'
  and petitions.complained_unit_id is null and petitions.complained_officer_id is null
  and petitions.joined < ${MOST_JOINED} and petitions.received_at >= ?
  and petitions.kind in (${PLACES(JOINABLE_KINDS)}) and petitions.stage in (${PLACES(OPEN_STAGES)})`

/** A petition that may be joined, with its words. */
export interface Candidate {
  id: number
  terms: string
  joined: number
  urgency: string
  authority_id: number
  subject_id: number
  phone_index: string | null
}

/** The newest that tell of this subject at this place and may be joined: three rows are read for each. */
export async function candidates({ authorityId, subject, placeKey, isSoon }: Topic) {
  const { tree } = await Catalogue.of(authorityId)
  // Petitions keep the subject that they had before it was merged into this one.
  const subjects = tree
    .countedWith(subject.id)
    .filter((id) => !tree.subject(id)?.sensitive)
    .slice(0, LOOKED_AT)
  const each = Math.floor(LOOKED_AT / subjects.length)
  const { by, then } = ordered(INDEX)
  const rows = await readUnion<Candidate>(
    subjects.map((id) => ({
      sql: `select petitions.id, newest.terms, petitions.joined, petitions.urgency,
        petitions.authority_id, petitions.subject_id, petitioners.phone_index
        from (${newest(by)}) as newest
        ${then} petitions on petitions.id = newest.petition_id
        ${then} petitioners on petitioners.petition_id = petitions.id
        where petitions.authority_id = ? and petitions.subject_id = ? and ${OPEN}`,
      bindings: [
        ...[authorityId, id, placeKey, each],
        ...[authorityId, id, stamp(DateTime.utc().minus(WINDOW)), ...JOINABLE_KINDS],
        ...OPEN_STAGES,
      ],
    }))
  )
  const levels = isSoon ? ['soon'] : ['soon', 'ordinary']
  return rows.filter(({ urgency }) => levels.includes(urgency))
}
