import type { DateTime } from 'luxon'
import { Remembered } from '#shared/remembered'
import { dayOf, today } from '#shared/dates/turkish_date'
import { Calendar } from './deadlines/calendar.ts'
import { Deadline } from './deadlines/deadline.ts'
import { ruleFor } from './deadlines/rules/rule_for.ts'
import { authorities, forgetSites } from './addresses/site.ts'
import { above } from './deadlines/reach.ts'
import { Authority } from './models/authority.ts'
import { DeadlineRule } from './models/deadline_rule.ts'
import { Holiday } from './models/holiday.ts'
import { Officer } from './models/officer.ts'
import { offered, placeRowsOf, type PlaceRow } from './office/places.ts'
import { RuleBook } from './routing_rules/rule_book.ts'
import { RoutingRule } from './models/routing_rule.ts'
import { Substitution } from './models/substitution.ts'
import { Heading, Subject } from './models/subject.ts'
import { SubjectQuestion } from './models/subject_question.ts'
import { SubjectTree } from './subjects/tree.ts'
import { Unit } from './models/unit.ts'
import { UnitName } from './models/unit_name.ts'

/** From this month on the coming year is near enough for last days to fall into it soon. */
const AUTUMN = 9

interface Lists {
  units: Unit[]
  headings: Heading[]
  subjects: Subject[]
  places: PlaceRow[]
  questions: SubjectQuestion[]
  routing: RoutingRule[]
}

/**
 * What hardly ever changes about one authority: itself, its units, subjects, holidays and rules. It is
 * the petition's, the officer's or the request's (addresses/site.ts), never "the" authority. Held in
 * memory, so that a citizen's page asks the database nothing.
 */
export class Catalogue {
  static #remembered = new Map<number, Remembered<Catalogue>>()

  static of(authorityId: number) {
    const known = this.#remembered.get(authorityId)
    if (known) return known.get()
    const remembered = new Remembered(() => Catalogue.#read(authorityId))
    this.#remembered.set(authorityId, remembered)
    return remembered.get()
  }

  /** To be called after a change to any of these rows. */
  static forget() {
    for (const one of this.#remembered.values()) one.forget()
    forgetSites()
  }

  static async #read(authorityId: number) {
    const known = (await authorities()).find(({ id }) => id === authorityId)
    // One that was entered a moment ago.
    const authority = known ?? (await Authority.whole().where('id', authorityId).firstOrFail())
    const own = { authority_id: authorityId }
    const [units, names, headings, subjects, holidays, rules, officers, away, places, ...asked] =
      await Promise.all([
        Unit.query().where(own).orderBy('id'),
        UnitName.query().where(own).orderBy('id'),
        Heading.query().where(own).orderBy('position'),
        Subject.query().where(own).orderBy('position').orderBy('id'),
        Holiday.thatCountAt(authorityId, await above(authorityId)),
        DeadlineRule.inForceAt(authorityId),
        Officer.managersOf(authority),
        Substitution.aheadAt(authorityId),
        placeRowsOf(authorityId),
        SubjectQuestion.openAt(authorityId),
        RoutingRule.at(authorityId),
      ])
    const calendar = new Calendar(holidays)
    const named = Map.groupBy(names, ({ unitId }) => unitId)
    for (const unit of units) unit.names = named.get(unit.id) ?? []
    const [questions, routing] = asked
    const lists = { units, headings, subjects, places, questions, routing }
    return new Catalogue(authority, lists, calendar, rules, officers, away)
  }

  /** The units that work, in the order of their names. */
  readonly units: readonly Unit[]
  /** Closed ones too. */
  readonly everyUnit: readonly Unit[]
  readonly subjects: readonly Subject[]
  readonly headings: readonly Heading[]
  /** Its quarters and villages, as a form offers them. */
  readonly places: readonly string[]
  /** All that there ever were. */
  readonly tree: SubjectTree
  /** Its quarters and villages that are open. */
  readonly neighbourhoods: readonly PlaceRow[]
  /** Yönlendirme kuralları. */
  readonly routing: RuleBook
  readonly #units: Map<number, Unit>
  readonly #questions: Map<number, SubjectQuestion[]>
  readonly #deadlines = new Map<string, Deadline>()

  constructor(
    readonly authority: Authority,
    { units, headings, subjects, places, questions, routing }: Lists,
    readonly calendar: Calendar,
    readonly rules: DeadlineRule[],
    private readonly managers: Officer[],
    /** Vekâlet: of today and of days to come. */
    readonly substitutions: readonly Substitution[]
  ) {
    const collator = new Intl.Collator('tr')
    this.everyUnit = units.toSorted((a, b) => collator.compare(a.name, b.name))
    this.units = this.everyUnit.filter((unit) => !unit.closedOn)
    this.tree = new SubjectTree(headings, subjects)
    this.headings = headings.filter((heading) => !heading.closedOn)
    this.subjects = subjects.filter((subject) => !subject.closedOn)
    this.neighbourhoods = places.filter(({ closedOn }) => !closedOn)
    this.places = offered(places)
    this.routing = new RuleBook({ rules: routing, tree: this.tree, units, places })
    this.#questions = Map.groupBy(questions, ({ subjectId }) => subjectId)
    this.#units = new Map(units.map((unit) => [unit.id, unit]))
  }

  get bureau() {
    const bureau = this.units.find((unit) => unit.isBureau)
    if (!bureau) throw new Error(`${this.authority.code} has no bureau: seed its units first`)
    return bureau
  }

  /** Whether it has begun to work: what was set up a moment ago has no units yet. */
  get hasBureau() {
    return this.units.some((unit) => unit.isBureau)
  }

  /** Whether somebody who is not of the bureau can hear what people say against it. */
  get hasManager() {
    const { id } = this.bureau
    return this.managers.some((one) => one.unitId !== id && !one.can('bureau.belong'))
  }

  /** Whether it is one of its own, closed ones too. */
  has(unitId: number) {
    return this.#units.has(unitId)
  }

  /** Closed units too: what they did stays theirs. */
  get unitIds() {
    return [...this.#units.keys()]
  }

  unit(id: number) {
    const unit = this.#units.get(id)
    if (!unit) throw new Error(`no unit ${id} in ${this.authority.code}`)
    return unit
  }

  unitByCode(code: string | null | undefined) {
    return this.units.find((unit) => unit.code === code)
  }

  subject(id: number | null) {
    return id === null ? undefined : this.tree.subject(id)
  }

  subjectByCode(code: string | null | undefined) {
    return this.subjects.find((subject) => subject.code === code)
  }

  /** What else must be known of a subject, in its order. */
  questionsOf(subject: Subject | null | undefined): readonly SubjectQuestion[] {
    return (subject && this.#questions.get(subject.id)) ?? []
  }

  heading(id: number) {
    return this.tree.headings.find((heading) => heading.id === id)
  }

  /** Whether only officers choose it, as for what is not the authority's duty. */
  isOfficeOnly({ headingId }: Subject) {
    return this.heading(headingId)?.officeOnly ?? false
  }

  /** What is promised for an ordinary petition: so many days, `calendar` or `working`, moved on or not. */
  get promise() {
    const { days, counted, rolls } = ruleFor(this.rules, 'promise', 'request')
    return { days, counted, rolls: rolls ? 'yes' : 'no' }
  }

  /**
   * The year whose public holidays are missing, as long as it matters: the one that it is, and from
   * September on the coming one. Last days are reckoned all the same, as if nothing were off.
   */
  get yearWithoutHolidays() {
    const { year, month } = today()
    const years = month >= AUTUMN ? [year, year + 1] : [year]
    return years.find((one) => !this.calendar.knows(one)) ?? null
  }

  /**
   * Both clocks of a petition of this kind received at this moment. Nothing is promised for later than
   * the law has it: where a general rule would, as for freedom of information, the law's day is promised.
   */
  deadlines(receivedAt: DateTime, kind: string) {
    const promise = this.#deadline('promise', receivedAt, kind)
    const legal = this.#deadline('legal', receivedAt, kind)
    return { promise: promise.on > legal.on ? legal : promise, legal }
  }

  /** The same for everybody of a day: reckoned for the first. */
  #deadline(clock: 'promise' | 'legal', receivedAt: DateTime, kind: string) {
    const key = `${clock} ${kind} ${dayOf(receivedAt).toISODate()}`
    let known = this.#deadlines.get(key)
    if (!known) {
      known = Deadline.for(receivedAt, ruleFor(this.rules, clock, kind), this.calendar)
      this.#deadlines.set(key, known)
    }
    return known
  }
}
