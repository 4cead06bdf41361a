import { Catalogue } from '#organisation'
import { DateTime } from 'luxon'
import { read } from '#shared/database/read'
import { readUnion } from '#shared/database/union'
import { stamp } from '#shared/dates/stored'
import { OPEN_STAGES } from '../stages.ts'
import { alike } from './terms.ts'
import { isPublic, JOINABLE_KINDS, type Topic } from './topic.ts'

/** What is older is another time that it happens: the lamp is out again. */
export const WINDOW = { days: 60 }
/** So many of a subject and a place are looked at: three rows are read for each. */
const LOOKED_AT = 100
/** Of those that are alike, so many are counted with. */
const COUNTED = 10
/** Persons of one petition: each is told when it is concluded. */
export const MOST_JOINED = 100
/** Persons whose telephones are read for saying how many they are. */
const READ_PERSONS = 100
/** From here on two short texts speak of the same: measured, ADR 24. */
const ALIKE = { cosine: 0.25, common: 2 }
/** Fewer are not said: one or two could be told by name in a small place. */
const MANY = 3

const PLACES = (values: readonly unknown[]) => values.map(() => '?').join(', ')

/** The newest of one subject at one place, whatever became of them. */
const NEWEST = `select petition_id, terms from petition_terms
  where authority_id = ? and subject_id = ? and place = ? order by id desc limit ?`

/** What of a petition must hold for somebody to join it; said again when they do (join.ts). */
const OPEN = `petitions.circle = 'house' and petitions.complained_unit_id is null
  and petitions.joined < ${MOST_JOINED} and petitions.received_at >= ?
  and petitions.kind in (${PLACES(JOINABLE_KINDS)}) and petitions.stage in (${PLACES(OPEN_STAGES)})`

interface Row {
  id: number
  terms: string
  joined: number
  urgency: string
  authority_id: number
  subject_id: number
  phone_index: string | null
}

/** What is told already: which petition one would join, and whether at least three persons told it. */
export interface Told {
  petitionId: number
  isMany: boolean
}

/**
 * The petition that tells the same and that others may join; null where there is none, or where the
 * person with this telephone is among those who told it. Reads one statement, and a second one where
 * somebody joined; 400 rows at most.
 */
export async function toldBefore(topic: Topic, phoneIndex: string): Promise<Told | null> {
  const found = (await candidates(topic))
    .map((row) => ({ row, likeness: likenessOf(topic.terms, row.terms.split(' ')) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, COUNTED)
    .map(({ row }) => row)
  const [best] = found.toSorted((one, other) => other.joined - one.joined || one.id - other.id)
  if (!best) return null
  const persons = await personsOf(found)
  if (persons.has(phoneIndex)) return null
  return { petitionId: best.id, isMany: persons.size >= MANY }
}

async function candidates({ authorityId, subject, placeKey, isSoon }: Topic) {
  const { tree } = await Catalogue.of(authorityId)
  // Petitions keep the subject that they had before it was merged into this one.
  const subjects = tree
    .countedWith(subject.id)
    .filter((id) => !tree.subject(id)?.sensitive)
    .slice(0, LOOKED_AT)
  const each = Math.floor(LOOKED_AT / subjects.length)
  const rows = await readUnion<Row>(
    subjects.map((id) => ({
      sql: `select petitions.id, newest.terms, petitions.joined, petitions.urgency,
        petitions.authority_id, petitions.subject_id, petitioners.phone_index
        from (${NEWEST}) as newest
        join petitions on petitions.id = newest.petition_id
        join petitioners on petitioners.petition_id = petitions.id
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

/** How much they have in common where it is enough to be the same problem; else 0. */
export function likenessOf(terms: readonly string[], others: readonly string[]) {
  const { common, cosine } = alike(terms, others)
  return common >= ALIKE.common && cosine >= ALIKE.cosine ? cosine : 0
}

/** By their telephones: who told it, and who joined one of them. */
async function personsOf(rows: readonly Row[]) {
  const known = rows.map((row) => row.phone_index)
  const joined = rows.filter((row) => row.joined > 0).map(({ id }) => id)
  if (joined.length > 0) {
    const sql = `select phone_index from petition_joins
      where petition_id in (${PLACES(joined)}) and withdrawn_at is null limit ${READ_PERSONS}`
    const others = await read<Pick<Row, 'phone_index'>>(sql, joined)
    known.push(...others.map((row) => row.phone_index))
  }
  return new Set(known.filter((one) => one !== null))
}

/** Whether it may be joined still: as it stands now, and not as it stood when it was offered. */
export async function mayBeJoined(petition: Standing) {
  const { authorityId, subjectId, circle, complainedUnitId, kind, stage, joined } = petition
  const { tree } = await Catalogue.of(authorityId)
  const [subject, counted] = [subjectId, subjectId && tree.countedAs(subjectId)].map(
    (id) => (id && tree.subject(id)) || null
  )
  return (
    counted !== null &&
    isPublic(counted!) &&
    !subject!.sensitive &&
    circle === 'house' &&
    complainedUnitId === null &&
    joined < MOST_JOINED &&
    petition.urgency !== 'atOnce' &&
    JOINABLE_KINDS.includes(kind) &&
    OPEN_STAGES.some((one) => one === stage)
  )
}

interface Standing {
  authorityId: number
  subjectId: number | null
  circle: string
  complainedUnitId: number | null
  kind: string
  stage: string
  urgency: string
  joined: number
}
