import type { Kind, Outcome, Stage } from '#intake'
import type { Cast } from './cast.ts'
import type { Dialect } from './dialect.ts'
import { among, draws, falling, literal, pick, type Shares } from './shares.ts'

/** A run of petitions that spread over the same two years. */
export interface Batch {
  /** How many were there before it, and how many will be. */
  from: number
  to: number
  /** UTC, as the databases write it. */
  begin: string
  /** From then until now. */
  seconds: number
  /** Of what was told only the last text; all texts and e-mails are half of everything. */
  tellsLittle: boolean
}

const DAY = 86_400
/** A tenth of all came on one day, three days ago, and waits. */
const SURGE = { share: 0.1, most: 100_000, before: 3 * DAY, lasts: 36_000 }
/** Petitions that never end, however old. */
const LASTING = 0.03
/** Of each of these people there are so many petitions. */
export const FREQUENT = { people: 2, petitions: 1_000 }
const STEPS_OF_SECONDS = 45

const OUTCOMES: Shares<Outcome> = [
  [0.001, 'inadmissible'],
  [0.25, 'informed'],
  [0.08, 'partlyGranted'],
  [0.07, 'refused'],
  [0.05, 'forwarded'],
  [1, 'granted'],
]
const OPEN: Shares<Stage> = [
  [0.32, 'received'],
  [0.04, 'returned'],
  [0.01, 'reopened'],
  [0.26, 'routed'],
  [0.21, 'inProgress'],
  [0.01, 'awaitingPetitioner'],
  [0.005, 'withdrawn'],
  [1, 'awaitingApproval'],
]
const SURGING: Shares<Stage> = [
  [0.6, 'received'],
  [1, 'routed'],
]
const KINDS: Shares<Kind> = [
  [0.25, 'complaint'],
  [0.08, 'informationRequest'],
  [0.05, 'suggestion'],
  [0.05, 'tipOff'],
  [0.02, 'thanks'],
  [1, 'request'],
]
const CHANNELS = [
  [0.2, 'desk'],
  [0.1, 'phone'],
  [0.1, 'mobile'],
  [1, 'web'],
] as const

/** What becomes of each number, layer over layer: each knows the columns of those below it. */
export function fates(cast: Cast, batch: Batch, people: number, dialect: Dialect) {
  const size = batch.to - batch.from
  const surge = Math.min(SURGE.most, Math.floor(size * SURGE.share))
  const every = Math.max(FREQUENT.people, Math.floor(size / FREQUENT.petitions))
  const { bureau, sensitive } = cast
  return [
    [`n - ${batch.from} as i`, ...draws()],
    [
      `case when i >= ${size - surge} then 1 else 0 end as surges`,
      `case when i >= ${size - surge}
         then ${batch.seconds - SURGE.before} + ${dialect.div(`(i - ${size - surge}) * ${SURGE.lasts}`, Math.max(1, surge))}
         else ${dialect.div(`i * ${batch.seconds}`, Math.max(1, size - surge))} end as received`,
      `(1 + d_lag % ${STEPS_OF_SECONDS}) * ${DAY} + d_lag * 7 as lag`,
      `case when i % ${every} < ${FREQUENT.people} then i % ${every}
         else ${FREQUENT.people} + (n * 8627) % ${people - FREQUENT.people} end as person`,
    ],
    [
      `case when surges = 0 and not (${among('lasting', LASTING)})
         and lag < ${batch.seconds} - received then 1 else 0 end as ended`,
      `case when lag < ${batch.seconds} - received then lag
         else ${batch.seconds} - received end as elapsed`,
      `${pick('about', aboutOf(cast))} as complained_unit_id`,
      `${pick('unit', unitsOf(cast))} as meant`,
    ],
    [
      `case when ended = 1 then 'concluded' when surges = 1 then ${pick('open', SURGING)}
         else ${pick('open', OPEN)} end as stage`,
      `case when ended = 1 then ${pick('outcome', OUTCOMES)} end as outcome`,
      // No unit is charged with a complaint about itself.
      `case when meant = complained_unit_id then ${cast.units[1]!.id} else meant end as unit`,
      `case when complained_unit_id is not null then 'complaint' else ${pick('kind', KINDS)} end as kind`,
      `${pick('told', CHANNELS)} as channel`,
      `case when complained_unit_id = ${bureau.id} then 'management' else 'bureau' end as desk`,
    ],
    [
      `case when stage in ('received', 'returned', 'reopened', 'withdrawn')
         or outcome = 'forwarded' then 1 else 0 end as at_desk`,
      `case when ${among('circle', 0.01)} and desk = 'bureau' then 1 else 0 end as narrow`,
      `case when stage = 'returned'
         or (${among('returned', 0.05)} and ended = 1 and outcome <> 'forwarded') then 1 else 0 end as returns`,
      `${earlierOf(cast)} as earlier`,
      `${officerOf(cast)} as officer_id`,
    ],
    [
      `case when at_desk = 1 then ${bureau.id} else unit end as unit_id`,
      `case when narrow = 1 then ${literal(sensitive?.id ?? null)}
         else ${pick('subject', subjectsOf(cast))} end as subject_id`,
      // Positions of the steps: received, restricted, charged and given back, and then each of these.
      `1 + narrow + 2 * returns as before_charge`,
    ],
    [
      `case when narrow = 0 then 'house' when unit_id = ${bureau.id} then 'bureau' else 'unit' end as circle`,
      `case when outcome = 'forwarded' then before_charge + 1
         when at_desk = 1 then before_charge
         when stage = 'routed' then before_charge + 1
         when stage in ('inProgress', 'awaitingPetitioner') then before_charge + 2
         when stage = 'awaitingApproval' then before_charge + 3
         else before_charge + 4 end as position`,
    ],
  ]
}

/** One has 31 % of all, the last 0.05 %; what is left over the bureau answers itself. */
function unitsOf({ units, bureau }: Cast): Shares<number> {
  const shares = falling(
    units.map(({ id }) => id),
    0.31,
    0.12,
    0.0005
  )
  return [...shares, [1, bureau.id]]
}

function subjectsOf({ subjects }: Cast): Shares<number | null> {
  const [rare, ...others] = subjects.map(({ id }) => id).toReversed()
  const shares = falling(others.toReversed(), 0.15, 0.07, 0.001)
  return [[0.0001, rare!], ...shares, [1, null]]
}

/** Half a percent about the bureau, one about units. */
function aboutOf({ units, bureau }: Cast): Shares<number | null> {
  return [[0.005, bureau.id], ...units.slice(0, 5).map(({ id }) => [0.002, id] as const), [1, null]]
}

/** Who had it before, and gave it back: the next one in the row. */
function earlierOf({ units }: Cast) {
  const next = units.map(({ id }, at) => `when ${id} then ${units[(at + 1) % units.length]!.id}`)
  const ring = `case unit ${next.join(' ')} else ${units[0]!.id} end`
  return `case when complained_unit_id is not null then ${units[6]!.id} else ${ring} end`
}

function officerOf({ units, bureau, officers }: Cast) {
  const known = [bureau, ...units].filter(({ id }) => officers.has(id))
  return `case unit ${known.map(({ id }) => `when ${id} then ${officers.get(id)}`).join(' ')} end`
}
