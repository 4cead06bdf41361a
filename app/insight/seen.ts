import { type Catalogue, type Officer } from '#organisation'
import { aboutOf, isShieldedFrom, sees } from '#intake'
import type { Period } from '#shared/dates/period'
import { today } from '#shared/dates/turkish_date'
import { Conclusions } from './conclusions.ts'
import { standingOf } from './tallies/contribution.ts'
import { dayOf } from './tallies/days.ts'
import type { PackedTally } from './tallies/packed.ts'
import type { Sort } from './tallies/tallies.ts'
import { COUNTED, MISSED } from './tallies/texts.ts'

/** Open petitions of one unit: all, past their last day, and due today. */
export interface OpenOfUnit {
  unitId: number
  open: number
  late: number
  dueToday: number
}

/** How many petitions people brought about a subject in a week, and in the one before it. */
export interface ReceivedAbout {
  subjectId: number
  thisWeek: number
  lastWeek: number
}

/** How the text messages of a week ended; what was not sent on purpose is not among them. */
export interface ToldTexts {
  delivered: number
  missed: number
  /** No receipt came: nobody can know. */
  unknown: number
}

/**
 * What is counted, as far as an officer may see it: the groups of petitions that the officer sees. Of
 * one authority by unit; where it is each authority's units together, by authority, as its unit.
 */
export class Seen {
  readonly #sees = new Map<string, boolean>()
  readonly #monday: string

  constructor(
    private readonly tallies: readonly PackedTally[],
    private readonly officer: Officer,
    private readonly catalogue: Catalogue,
    week: Period,
    private readonly isTogether = false
  ) {
    this.#monday = mondayIn(week)
  }

  open(): OpenOfUnit[] {
    const day = dayOf(today().toISODate()!)
    const units = new Map<number, OpenOfUnit>()
    for (const [{ unitId }, pairs] of this.#seen('open')) {
      const unit = units.get(unitId) ?? { unitId, open: 0, late: 0, dueToday: 0 }
      units.set(unitId, unit)
      for (let at = 0; at < pairs.length; at += 2) {
        const [dueOn, times] = [pairs[at]!, pairs[at + 1]!]
        unit.open += times
        if (dueOn < day) unit.late += times
        if (dueOn === day) unit.dueToday += times
      }
    }
    return [...units.values()]
  }

  /** By unit, of a week. */
  concluded(week: Period): Map<number, Conclusions> {
    const { bureau } = this.catalogue
    const units = new Map<number, Conclusions>()
    for (const [row, pairs] of this.#seen('concluded', week)) {
      const unitId = row.unitId || bureau.id
      const unit = units.get(unitId) ?? new Conclusions()
      units.set(unitId, unit)
      for (let at = 0; at < pairs.length; at += 2) unit.add(pairs[at]!, pairs[at + 1]!)
    }
    return units
  }

  received(): ReceivedAbout[] {
    const subjects = new Map<number, ReceivedAbout>()
    for (const [row, pairs] of this.#seen('received')) {
      const week = this.#isNow(row) ? 'thisWeek' : 'lastWeek'
      for (let at = 0; at < pairs.length; at += 2) {
        const subjectId = this.catalogue.tree.countedAs(pairs[at]!)
        const about = subjects.get(subjectId) ?? { subjectId, thisWeek: 0, lastWeek: 0 }
        about[week] += pairs[at + 1]!
        subjects.set(subjectId, about)
      }
    }
    return [...subjects.values()]
  }

  /** What was told of complaints about the officer's own units is not there: no figure tells of any. */
  texts() {
    const none = () => ({ delivered: 0, missed: 0, unknown: 0 })
    const texts = { thisWeek: none(), lastWeek: none() }
    for (const [row, pairs] of this.#seen('texts')) {
      const of = texts[this.#isNow(row) ? 'thisWeek' : 'lastWeek']
      for (let at = 0; at < pairs.length; at += 2) {
        const state = COUNTED[pairs[at]!]!
        of[MISSED.includes(state) ? 'missed' : (state as 'delivered' | 'unknown')] += pairs[at + 1]!
      }
    }
    return texts
  }

  /** Pairs of what is counted, as `packed` has it, and how many. */
  *#seen(sort: Sort, week?: Period): Generator<[PackedTally, number[]]> {
    const monday = week && mondayIn(week)
    for (const row of this.tallies) {
      if (row.sort !== sort || (monday && row.week !== monday)) continue
      for (const [group, pairs] of row.groups) if (this.#isSeen(row, group)) yield [row, pairs]
    }
  }

  #isSeen({ sort, unitId }: PackedTally, group: string) {
    if (sort === 'texts') {
      const [unit, shield] = group.split('.')
      const about = aboutOf(Number(unit) || null, shield)
      return !group || !isShieldedFrom(this.officer, about, this.catalogue.bureau)
    }
    const authorityId = this.isTogether ? unitId : this.catalogue.authority.id
    const name = this.isTogether ? `${authorityId} ${group}` : group
    const known = this.#sees.get(name) ?? sees(this.officer, standingOf(authorityId, group))
    this.#sees.set(name, known)
    return known
  }

  #isNow({ week }: PackedTally) {
    return week === this.#monday
  }
}

/** As rows of tallies have it. */
function mondayIn(week: Period) {
  return week.from.toISODate()!
}
