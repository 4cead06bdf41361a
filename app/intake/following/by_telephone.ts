import { Catalogue } from '#organisation'
import { read } from '#shared/database/read'
import { moment, type Stored } from '#shared/dates/stored'
import { OPEN_STAGES, PUBLIC_STAGE, type Stage } from '../stages.ts'

/** On one page, and looked at for one page: of what is hidden there may be many. */
const SHOWN = 20
const LOOKED_AT = 100

/** Of a petition that is somebody else's to be told of, a telephone opens nothing. */
const OF_PETITIONERS = `select petition_id from petitioners
  where phone_index = ? and told = 'petitioner'`
const OF_SPEAKERS = `select representatives.petition_id from representatives
  join petitioners on petitioners.petition_id = representatives.petition_id
  where representatives.phone_index = ? and petitioners.told = 'representative'`
/** The newest of each, each bounded by itself: a telephone may have brought thousands. */
const newest = (of: string) => `order by ${of}.petition_id desc limit ${LOOKED_AT + 1}`

const COLUMNS = `petitions.id as place, petitions.number, petitions.stage, petitions.received_at,
  petitions.due_on, petitions.kind, petitions.circle, petitions.subject_id, petitions.authority_id`
const ALL = `select ${COLUMNS} from (
    select * from (${OF_PETITIONERS} and petition_id < ? ${newest('petitioners')}) as own union all
    select * from (${OF_SPEAKERS} and representatives.petition_id < ? ${newest('representatives')}) as spoken
  ) as told join petitions on petitions.id = told.petition_id ${newest('told')}`
const ONE = `select ${COLUMNS} from petitions where petitions.number = ? and petitions.id in
  (${OF_PETITIONERS} union all ${OF_SPEAKERS})`

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
  const rows = await read<Row>(ALL, [phoneIndex, before, phoneIndex, before])
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
  const [row] = await read<Row>(ONE, [number, phoneIndex, phoneIndex])
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
