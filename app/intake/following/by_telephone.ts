import { Catalogue } from '#organisation'
import { read } from '#shared/database/read'
import { moment, type Stored } from '#shared/dates/stored'
import { OPEN_STAGES, PUBLIC_STAGE, type Stage } from '../stages.ts'

/** On one page, and looked at for one page: of what is hidden there may be many. */
const SHOWN = 20
const LOOKED_AT = 100

const COLUMNS = `petitioners.id as place, petitions.number, petitions.stage, petitions.received_at,
  petitions.due_on, petitions.kind, petitions.circle, petitions.subject_id, petitions.authority_id`
const FROM = `from petitioners join petitions on petitions.id = petitioners.petition_id`
const ALL = `select ${COLUMNS} ${FROM} where petitioners.phone_index = ? and petitioners.id < ?
  order by petitioners.id desc limit ${LOOKED_AT + 1}`
const ONE = `select ${COLUMNS} ${FROM} where petitions.number = ? and petitioners.phone_index = ?`

interface Row {
  place: number
  number: string
  stage: Stage
  received_at: Stored
  due_on: Stored
  kind: string
  circle: string
  subject_id: number | null
  authority_id: number
}

/** What a telephone opens of a petition. */
export interface Line {
  number: string
  stage: string
  receivedAt: ReturnType<typeof moment>
  /** null: nothing is promised any more */
  dueOn: ReturnType<typeof moment> | null
  authorityId: number
}

/**
 * Başvurularım: the petitions of a telephone, the newest first. It may be shared, somebody else's by
 * now, or in the hands of a violent man: number, day and stage, and nothing of what is a tip-off, of a
 * sensitive subject, or restricted. Text, unit, answer and withdrawal want the petition's own code.
 *
 * @param before the place of the last one that was looked at
 * @returns `more`: from where the list goes on; null: it ends here
 */
export async function petitionsOf(phoneIndex: string, before = Number.MAX_SAFE_INTEGER) {
  const rows = await read<Row>(ALL, [phoneIndex, before])
  const lines: Line[] = []
  let last: Row | undefined
  for (const row of rows.slice(0, LOOKED_AT)) {
    if (lines.length === SHOWN) break
    last = row
    if (await isShown(row)) lines.push(lineOf(row))
  }
  const isOver = !last || last === rows.at(-1)
  return { lines, more: isOver ? null : last!.place }
}

/** The one with this number, if a telephone shows it. */
export async function petitionOf(phoneIndex: string, number: string) {
  const [row] = await read<Row>(ONE, [number, phoneIndex])
  return row && (await isShown(row)) ? lineOf(row) : null
}

async function isShown({ kind, circle, subject_id: subjectId, authority_id: id }: Row) {
  if (kind === 'tipOff' || circle !== 'house') return false
  const catalogue = await Catalogue.of(id)
  return !catalogue.subject(subjectId)?.sensitive
}

function lineOf({ number, stage, received_at: at, due_on: day, authority_id: id }: Row): Line {
  return {
    number,
    stage: PUBLIC_STAGE[stage],
    receivedAt: moment(at),
    dueOn: OPEN_STAGES.includes(stage) ? moment(day) : null,
    authorityId: id,
  }
}
