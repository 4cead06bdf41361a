import { type Officer, type Permission } from '#organisation'
import { Charge } from './charge.ts'
import type { About } from './visibility/about.ts'
import type { Conditions } from './visibility/conditions.ts'
import { isAbout, notAbout } from './visibility/shielded.ts'

export { aboutOf, shieldOf, type About } from './visibility/about.ts'
export type { Conditions } from './visibility/conditions.ts'
export { isAbout, notAbout } from './visibility/shielded.ts'

/**
 * Who sees what: the one rule. Lists, counts, figures, searches, messages and cards all ask here.
 *
 * Each petition lies at a desk (masa), from where it is routed:
 *
 * | desk         | what                         | seen by                            |
 * | ------------ | ---------------------------- | ---------------------------------- |
 * | `bureau`     | everything else              | the bureau and managers            |
 * | `management` | a complaint about the bureau | managers who are not of the bureau |
 *
 * and is seen within a circle (çevre). The narrow ones are what a restricted (kısıtlı) one has:
 *
 * | circle   | what                                    | seen by                 |
 * | -------- | --------------------------------------- | ----------------------- |
 * | `house`  | what is ordinary                        | whoever sees its desk   |
 * | `bureau` | restricted, with the bureau in charge   | the bureau              |
 * | `unit`   | restricted, with another unit in charge | the chief of the bureau |
 *
 * Besides, a unit's people see what their unit was charged with and did not give back; of what is
 * restricted only what it is in charge of.
 *
 * Nobody, whatever their roles, sees a complaint that is about them (`notAbout`, `isAbout`):
 *
 * | about                      | is hidden from                     | is decided by                    |
 * | -------------------------- | ---------------------------------- | -------------------------------- |
 * | a unit                     | all of the unit                    | the head of whoever is charged   |
 * | a person of a unit         | that one, and all who are no heads | the head of the unit             |
 * | the head of a unit         | all of the unit                    | the unit above, else a manager   |
 * | the bureau, or one of it   | all of the bureau                  | a manager sends it on            |
 * | the manager (kaymakam)     | all managers of the authority      | the authority above: the bureau  |
 * |                            |                                    | hands it on, no unit gets it     |
 *
 * Whoever works in somebody's place (vekâlet, `officer.actsFor`) sees what that one sees, and of it
 * nothing that complains about a unit of either: one who is of the bureau sees no complaint about it.
 *
 * Nobody works on a petition of their own, though they see it: own/own.ts, asked by `mayDo` and `allows`.
 *
 * What of a petition they see is said in tip_offs.ts: who brought a tip-off, and its words as they were
 * written, are its desk's alone. What of it leaves the house, for an outside body: outside/told_outside.ts.
 * What a unit is asked of another's petition it sees by asked/visible.ts.
 *
 * Of other authorities only those who manage the one above see anything: what lies with those below,
 * at both desks and within the house, since they stand above each bureau and are of none of them
 * (`officer.below`). They see it and do nothing there. Besides, whoever saw what their authority handed
 * over keeps what was known by then, and who opened what is told by the same rule (visibility/kept.ts).
 */
export const DESKS = ['bureau', 'management'] as const
export type Desk = (typeof DESKS)[number]
export type Circle = 'house' | 'bureau' | 'unit'

export const OPENED_BY = {
  bureau: 'restricted.seeInBureau',
  unit: 'restricted.seeAll',
} as const satisfies Record<Exclude<Circle, 'house'>, Permission>
export const NARROW = ['bureau', 'unit'] as const

/**
 * The unit was charged with it and did not give it back. A value and not `exists`, out of which MariaDB
 * makes a set of all that the unit may see, to look up one petition in it.
 */
const CHARGED = `1 = (
  select 1 from petition_readers as readers
  where readers.petition_id = petitions.id and readers.unit_id = ? and readers.until is null limit 1
)`

/** Where a petition lies that complains about this unit, or about none. */
export function deskFor(complainedUnit: { isBureau: boolean } | null): Desk {
  return complainedUnit?.isBureau ? 'management' : 'bureau'
}

/** In which circle a restricted petition is seen while this unit has it. */
export function restrictedCircle(inCharge: { isBureau: boolean }): Circle {
  return inCharge.isBureau ? 'bureau' : 'unit'
}

/** Whether what lies at this desk concerns the officer, of whatever unit it is. */
export function seesDesk(officer: Officer, desk: Desk) {
  if (desk === 'bureau') return officer.can('petition.seeAll')
  return officer.can('aboutBureau.see') && !officer.isOfBureau
}

/** Of which petitions it is asked: of one desk, of one authority, or of all. */
export interface Where {
  desk?: Desk
  authorityId?: number
}

/** A desk of an authority. */
interface Place {
  authorityId: number
  desk: Desk
}

/**
 * Where a list of this officer begins to look: at desks of one's own authority and of those below, or
 * at what one's unit is a reader of; both empty when they see nothing of it. It holds whatever they
 * may see and more: what of it they see `readableBy` says.
 */
export function foundThrough(officer: Officer, { desk, authorityId }: Where = {}) {
  const here = foundHere(officer, { desk, authorityId })
  const desks: Place[] = [
    ...here.desks.map((one) => ({ authorityId: officer.authorityId, desk: one })),
    ...belowOf(officer, authorityId).flatMap((id) =>
      DESKS.filter((one) => !desk || one === desk).map((one) => ({ authorityId: id, desk: one }))
    ),
  ]
  return { desks, unitId: here.unitId }
}

/**
 * Narrows a query that knows `petitions` to what this officer may see, of all or of some.
 *
 * @param known.readers the query goes through the unit's rows of `petition_readers` by itself
 */
export function readableBy<Query extends object>(
  query: Query,
  officer: Officer,
  known: Where & { readers?: boolean } = {}
): Query {
  const conditions = query as unknown as Conditions
  const below = belowOf(officer, known.authorityId)
  const here = (one: Conditions) => readableHere(one, officer, known)
  const there = (one: Conditions) => readableBelow(one, below, known.desk)
  notAbout(officer, conditions)
  if (below.length === 0) here(conditions)
  else if (known.authorityId) there(conditions)
  else conditions.where((one) => one.where(here).orWhere(there))
  return query
}

/** At which desks of one's own authority, or by which unit's charges, anything is found. */
function foundHere(officer: Officer, { desk, authorityId }: Where) {
  if (authorityId && !isOf(officer, authorityId)) return { desks: [], unitId: null }
  const desks = DESKS.filter((one) => seesDesk(officer, one) && (!desk || one === desk))
  return { desks, unitId: desks.length > 0 || desk ? null : unitOf(officer) }
}

/** What of one's own authority, as one's roles and unit have it. */
function readableHere(
  conditions: Conditions,
  officer: Officer,
  known: Where & { readers?: boolean }
) {
  const { desks, unitId } = foundHere(officer, known)
  conditions.where('petitions.authority_id', officer.authorityId)
  if (desks.length > 0) {
    if (desks.length < DESKS.length) conditions.where('petitions.desk', desks[0])
    within(officer, conditions)
  } else if (unitId) {
    within(officer, conditions)
    if (known.readers) {
      conditions.where('petition_readers.unit_id', unitId).whereNull('petition_readers.until')
    } else conditions.whereRaw(CHARGED, [unitId])
  } else conditions.whereRaw('1 = 0')
}

/** What of those below, as their own managers have it. */
function readableBelow(conditions: Conditions, below: readonly number[], desk?: Desk) {
  conditions.whereIn('petitions.authority_id', below)
  if (desk) conditions.where('petitions.desk', desk)
  conditions.where('petitions.circle', 'house')
}

/** All that decides who sees a petition, but for the units that were charged with it before. */
export interface Standing extends About {
  authorityId: number
  desk: Desk
  circle: Circle
  /** the unit in charge */
  unitId: number
}

/**
 * Whether this officer sees whatever stands so: `readableBy` asked of a sort of petitions that were
 * counted together. Of those who see by their unit's charge alone it knows nothing, and says no.
 */
export function sees(officer: Officer, standing: Standing) {
  const { authorityId, desk, circle, unitId } = standing
  if (isAbout(officer, standing)) return false
  if (authorityId !== officer.authorityId) {
    return circle === 'house' && belowOf(officer, authorityId).length > 0
  }
  if (!seesDesk(officer, desk)) return false
  if (circle === 'house' || officer.can(OPENED_BY[circle])) return true
  return unitOf(officer) === unitId
}

/** Whether a petition of this authority is one of the officer's own: others' are read and left alone. */
export function isOf(officer: Officer, authorityId: number) {
  return officer.authorityId === authorityId
}

/** Whether it complains about this officer or their unit, also where no desk is asked for. */
export function isShieldedFrom(
  officer: Officer,
  about: About,
  bureau: { id: number; authorityId: number }
) {
  const isOfBureau = officer.isOfBureau && isOf(officer, bureau.authorityId)
  return isAbout(officer, about) || (isOfBureau && about.complainedUnitId === bureau.id)
}

/** The authorities below that are asked for; none but theirs who manage the one above. */
function belowOf(officer: Officer, authorityId?: number) {
  const ids = officer.below.map(({ id }) => id)
  return authorityId ? ids.filter((id) => id === authorityId) : ids
}

/** Whose charges the officer sees; null: no unit's. */
export function unitOf(officer: Officer) {
  return officer.can('petition.seeOwnUnit') ? officer.atUnit : null
}

/** What is restricted is seen by those in charge, and by those whose roles open its circle. */
function within(officer: Officer, conditions: Conditions) {
  const hidden = NARROW.filter((circle) => !officer.can(OPENED_BY[circle]))
  const unitId = unitOf(officer)
  if (hidden.length === 0) return
  if (!unitId) return void conditions.whereNotIn('petitions.circle', hidden)
  conditions.where((one) =>
    one.whereNotIn('petitions.circle', hidden).orWhere((own) => Charge.ofUnit(own, unitId))
  )
}
