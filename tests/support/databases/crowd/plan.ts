import type { Cast } from './cast.ts'
import type { Dialect } from './dialect.ts'
import { fates, type Batch } from './fates.ts'

/** A table of this connection alone, a row for each petition that is being written. */
export const CREATE_PLAN = `create temporary table crowd (
  id integer primary key, n integer, number varchar(10), person integer,
  received integer, elapsed integer, ended integer, received_at datetime,
  stage varchar(20), outcome varchar(20), kind varchar(20), channel varchar(10),
  unit integer, earlier integer, unit_id integer, complained_unit_id integer, subject_id integer,
  officer_id integer, desk varchar(10), circle varchar(10), at_desk integer, narrow integer,
  returns integer, before_charge integer, position integer,
  promise_on date, promise_reckoning integer, legal_on date, legal_reckoning integer, day varchar(10))`

const KEPT = [
  ...['n', 'person', 'received', 'elapsed', 'ended', 'stage', 'outcome', 'kind', 'channel'],
  ...['unit', 'earlier', 'unit_id', 'complained_unit_id', 'subject_id', 'officer_id'],
  ...['desk', 'circle', 'at_desk', 'narrow', 'returns', 'before_charge', 'position'],
]

interface Planning {
  cast: Cast
  batch: Batch
  people: number
  dialect: Dialect
  /** Which of how many authorities it is. */
  share: readonly [at: number, of: number]
}

/** Puts the numbers from `first` to `last` into the plan; their rows' ids follow `base`. */
export function planOf(
  [first, last]: [number, number],
  base: number,
  { cast, batch, people, dialect, share }: Planning
) {
  const layers = fates(cast, batch, people, dialect)
  const fate = layers.reduce(
    (inner, columns) => `select below.*, ${columns.join(', ')} from (${inner}) as below`,
    sharedOut(dialect.numbers(first, last), share)
  )
  const local = dialect.after(`'${batch.begin}'`, 'received + 10800')
  const moment = dialect.after(`'${batch.begin}'`, 'received')
  const dated = `select fate.*, substr(${local}, 1, 10) as day, ${moment} as received_at
    from (${fate}) as fate`
  const numbered = `select dated.*, concat(substr(day, 3, 2), ${LOT}) as nine from (${dated}) as dated`
  const days = ['promise_on', 'promise_reckoning', 'legal_on', 'legal_reckoning']
  return `insert into crowd (id, number, received_at, ${KEPT}, ${days}, day)
    select ${base} + n - ${first} + 1, concat(nine, ${checkDigit('nine')}), received_at,
      ${KEPT.map((column) => `numbered.${column}`)}, ${days}, numbered.day
    from (${numbered}) as numbered
    join crowd_days on crowd_days.day = numbered.day and crowd_days.kind = numbered.kind
      and crowd_days.authority = ${cast.catalogue.authority.id}`
}

/** The first one has four parts, where the others have one each. */
const MORE = 3

function sharedOut(numbers: string, [at, of]: Planning['share']) {
  if (of === 1) return numbers
  const parts = of + MORE
  const which = at === 0 ? `< ${MORE + 1}` : `= ${MORE + at}`
  return `select n from (${numbers}) as every_number where n % ${parts} ${which}`
}

/** Seven digits, for each number below ten million others. */
const LOT = `substr(concat('0000000', (n * 7368787 + 1234567) % 10000000), -7)`

/** ISO 7064, mod 11,10 (app/intake/petition_number.ts): the ninth sum wraps the eighth, and so on. */
function checkDigit(nine: string) {
  let product = '10'
  for (let at = 1; at <= 9; at++) {
    product = `((((${product} + substr(${nine}, ${at}, 1) + 9) % 10) + 1) * 2 % 11)`
  }
  return `cast((11 - ${product}) % 10 as char)`
}
