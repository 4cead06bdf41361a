import { type Catalogue, type Officer } from '#organisation'
import { ownUnits, sees, type Outcome } from '#intake'
import type { Period } from '#shared/dates/period'
import { today } from '#shared/dates/turkish_date'
import { standingOf } from './tallies/contribution.ts'
import type { Sort, Tallies, TallyRow } from './tallies/tallies.ts'
import { MISSED } from './tallies/texts.ts'

/** Open petitions of one unit: all, past their last day, and due today. */
export interface OpenOfUnit {
  unitId: number
  open: number
  late: number
  dueToday: number
}

/** So many petitions ended so; one that was opened again may end a second time. */
export interface Conclusions {
  unitId: number
  outcome: Outcome
  /** whole days since they were received, as the calendar in Türkiye counts them */
  days: number
  times: number
  thisWeek: boolean
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

/** What is counted, as far as an officer may see it: the groups of petitions that the officer sees. */
export class Seen {
  readonly #sees = new Map<string, boolean>()

  constructor(
    private readonly tallies: Tallies,
    private readonly officer: Officer,
    private readonly catalogue: Catalogue,
    private readonly week: Period
  ) {}

  open(): OpenOfUnit[] {
    const day = today().toISODate()!
    const units = new Map<number, OpenOfUnit>()
    for (const [{ unitId }, dueOn, times] of this.#counts('open')) {
      const unit = units.get(unitId) ?? { unitId, open: 0, late: 0, dueToday: 0 }
      unit.open += times
      if (dueOn < day) unit.late += times
      if (dueOn === day) unit.dueToday += times
      units.set(unitId, unit)
    }
    return [...units.values()]
  }

  concluded(): Conclusions[] {
    const { bureau } = this.catalogue
    return [...this.#counts('concluded')].map(([row, what, times]) => {
      const [outcome, days] = what.split('.') as [Outcome, string]
      const unitId = row.unitId || bureau.id
      return { unitId, outcome, days: Number(days), times, thisWeek: this.#isNow(row) }
    })
  }

  received(): ReceivedAbout[] {
    const subjects = new Map<number, ReceivedAbout>()
    for (const [row, what, times] of this.#counts('received')) {
      const subjectId = Number(what)
      const about = subjects.get(subjectId) ?? { subjectId, thisWeek: 0, lastWeek: 0 }
      about[this.#isNow(row) ? 'thisWeek' : 'lastWeek'] += times
      subjects.set(subjectId, about)
    }
    return [...subjects.values()]
  }

  /** What was told of complaints about the officer's own units is not there: no figure tells of any. */
  texts() {
    const none = () => ({ delivered: 0, missed: 0, unknown: 0 })
    const texts = { thisWeek: none(), lastWeek: none() }
    for (const [row, state, times] of this.#counts('texts')) {
      const of = texts[this.#isNow(row) ? 'thisWeek' : 'lastWeek']
      of[MISSED.includes(state) ? 'missed' : (state as 'delivered' | 'unknown')] += times
    }
    return texts
  }

  *#counts(sort: Sort): Generator<[TallyRow, string, number]> {
    for (const row of this.tallies.rows(this.officer.authorityId, sort)) {
      for (const [group, counts] of Object.entries(row.counts)) {
        if (!this.#isSeen(sort, group)) continue
        for (const [what, times] of Object.entries(counts)) yield [row, what, times]
      }
    }
  }

  #isSeen(sort: Sort, group: string) {
    if (sort === 'texts') {
      return !group || !ownUnits(this.officer, this.catalogue.bureau).includes(Number(group))
    }
    const known = this.#sees.get(group) ?? sees(this.officer, standingOf(group))
    this.#sees.set(group, known)
    return known
  }

  #isNow({ week }: TallyRow) {
    return week === this.week.from.toISODate()
  }
}
