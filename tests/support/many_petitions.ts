import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { OPEN_STAGES, OUTCOMES, type Stage } from '#intake'
import { stamp } from '#shared/dates/stored'
import { today } from '#shared/dates/turkish_date'
import { district } from '#tests/support/databases/district'
import { received } from '#tests/support/journey'

/** Rows of one insert. */
const PIECE = 200

/** Tells the same story each time: a number from 0 up to that, by lot. */
function dice(seed = 1) {
  let state = seed
  return (sides: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

/**
 * So many petitions of the last three weeks as they may stand after a long time, of all desks, units,
 * stages and circles. A third of them came in one second and end on one day; units saw what they gave
 * back or no longer have, and some of them were charged with the same petition twice.
 */
export async function manyPetitions(count: number) {
  const { petition: row } = { petition: await received() }
  const {
    id: _id,
    open_on: _open,
    listed_on: _listed,
    open_listed_on: _openListed,
    subject_order: _subject,
    place_order: _place,
    ...copied
  } = await db.from('petitions').where('id', row.id).firstOrFail()
  const { units, subjects } = await facts()
  const lot = dice()
  const petitions = Array.from({ length: count }, (_one, at) => ({
    ...copied,
    ...petitionAt(at, lot, units, subjects),
  }))
  await inPieces('petitions', petitions)
  const rows = await db.from('petitions').where('id', '>', row.id).orderBy('id')
  await inPieces('petitioners', rows.map(petitionerOf))
  await inPieces(
    'petition_readers',
    rows.flatMap((one) => readersOf(one, lot, units))
  )
}

async function facts() {
  const catalogue = await district()
  const inside = catalogue.units.filter((unit) => !unit.isExternal && !unit.isBureau)
  const subjects: { id: number }[] = await db.from('subjects').orderBy('id').limit(20)
  return {
    units: { bureau: catalogue.bureau.id, others: inside.map(({ id }) => id) },
    subjects: subjects.map(({ id }) => id),
  }
}

interface Units {
  bureau: number
  others: number[]
}
type Lot = ReturnType<typeof dice>

function petitionAt(at: number, lot: Lot, { bureau, others }: Units, subjects: number[]) {
  const isSurge = at % 3 === 0
  const receivedAt = DateTime.utc()
    .startOf('day')
    .minus({ days: isSurge ? 3 : lot(21) })
  const isConcluded = lot(10) < (isSurge ? 2 : 7)
  const stage: Stage = isConcluded ? 'concluded' : OPEN_STAGES[lot(isSurge ? 2 : 7)]!
  const unit = lot(3) ? others[lot(lot(2) ? 2 : others.length)]! : bureau
  const ended = receivedAt.plus({ days: lot(4), hours: lot(24) })
  const begun = isSurge ? receivedAt : receivedAt.plus({ seconds: lot(80_000) })
  const complained = lot(20) ? null : lot(2) ? bureau : others[0]!
  return {
    number: String(7_000_000_000 + at),
    kind: lot(10) ? 'request' : 'tipOff',
    token_digest: null,
    stage,
    unit_id: unit,
    subject_id: lot(5) ? subjects[lot(lot(3) ? 2 : subjects.length)] : null,
    complained_unit_id: complained,
    desk: complained === bureau ? 'management' : 'bureau',
    circle: lot(12) ? 'house' : unit === bureau ? 'bureau' : 'unit',
    received_at: stamp(begun),
    due_on: today()
      .plus({ days: isSurge ? 1 : lot(16) - 8 })
      .toISODate(),
    outcome: isConcluded ? OUTCOMES[lot(50) ? lot(2) : lot(6)] : null,
    concluded_at: isConcluded
      ? stamp(DateTime.max(begun, lot(4) ? ended : ended.startOf('day')))
      : null,
    urgency: lot(25) ? 'ordinary' : lot(2) ? 'soon' : 'atOnce',
  }
}

function petitionerOf({ id }: { id: number }, at: number) {
  const index = at % 4 === 0 ? 'of one person' : `of ${at}`
  const [phone, nationalId] = [`phone ${index}`, `id ${index}`]
  return {
    petition_id: id,
    declines_texts: false,
    phone_index: phone,
    national_id_index: nationalId,
  }
}

function readersOf(one: Record<string, any>, lot: Lot, { others }: Units) {
  const gone = () => (lot(4) ? null : one.received_at)
  const has = others.includes(one.unit_id)
  const seen = [
    ...(has ? [{ unit_id: one.unit_id, until: null }] : []),
    ...(has && !lot(15) ? [{ unit_id: one.unit_id, until: null }] : []),
    ...(lot(3) ? [] : [{ unit_id: others[lot(2)]!, until: gone() }]),
  ]
  const { stage, received_at, due_on, concluded_at, urgency } = one
  const keys = { stage, received_at, due_on, concluded_at, urgency }
  return seen.map((reader) => ({ petition_id: one.id, since: received_at, ...keys, ...reader }))
}

async function inPieces(table: string, rows: object[]) {
  for (let at = 0; at < rows.length; at += PIECE) {
    await db.table(table).multiInsert(rows.slice(at, at + PIECE) as Record<string, any>[])
  }
}
