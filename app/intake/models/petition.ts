import string from '@adonisjs/core/helpers/string'
import { hasMany, hasOne } from '@adonisjs/lucid/orm'
import type { HasMany, HasOne } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionSchema } from '#database/schema'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { transaction } from '#shared/transaction'
import { dayOf, daysBetween, today } from '#shared/turkish_date'
import { StepTaken } from '../events.ts'
import { PetitionNumber } from '../petition_number.ts'
import {
  receive,
  tokenDigest,
  type PetitionDetails,
  type ReceiveOptions,
} from '../receiving/receiving.ts'
import {
  needs,
  OPEN_STAGES,
  PUBLIC_STAGE,
  STEPS,
  stageAllows,
  type Action,
  type Outcome,
  type Stage,
  type StepKind,
} from '../stages.ts'
import { hidesPetitioner, readableBy, restrictedCircle } from '../visibility.ts'
import { Petitioner } from './petitioner.ts'
import { Reader } from './reader.ts'
import { Step, type StepDetails } from './step.ts'
import { View } from './view.ts'

/** Somebody else changed this petition since it was read; nothing was written. */
export class PetitionChanged extends Error {
  constructor() {
    super('the petition was changed by someone else meanwhile')
  }
}

/** A step that is taken, and what belongs to the same act. */
export interface Taking extends StepDetails {
  kind: StepKind
  trx: TransactionClientContract
  /** What changes of the petition beside its stage. */
  changes?: Partial<
    Pick<
      Petition,
      'unitId' | 'unitSince' | 'circle' | 'outcome' | 'concludedAt' | 'returns' | 'secretDigest'
    >
  >
  /** A secret that was made just now, and whose it is. */
  receipt?: StepTaken['receipt']
  /** What else is written with the step, before anybody is told of it. */
  alongside?: (step: Step) => Promise<unknown>
  /** A step that follows by itself: nobody takes it, and nobody is told. */
  followedBy?: StepKind
}

/** What is open again has no outcome; the step that ended it keeps its own. */
const NO_CONCLUSION = { outcome: null, concludedAt: null }

/** Başvuru: what a citizen brings. */
export class Petition extends PetitionSchema {
  @hasOne(() => Petitioner)
  declare petitioner: HasOne<typeof Petitioner>

  @hasMany(() => Step, { onQuery: (query) => query.orderBy('position', 'desc') })
  declare steps: HasMany<typeof Step>

  /** Takes in a petition, whatever door it comes through (law 3071). See receiving.ts. */
  static receive(details: PetitionDetails, options: ReceiveOptions = {}) {
    return receive(details, options)
  }

  /** Whether the form with this token has brought its petition already. */
  static async wasReceivedWith(token: string) {
    return (await this.findBy('tokenDigest', tokenDigest(token))) !== null
  }

  /** The petition with this number, if this officer may see it. */
  static findFor(officer: Officer, number: string) {
    return readableBy(this.query(), officer).where('petitions.number', number).first()
  }

  get isOpen() {
    return (OPEN_STAGES as readonly string[]).includes(this.stage)
  }

  get isOverdue() {
    return this.isOpen && dayOf(this.dueOn) < today()
  }

  /** Whole days until the last day; negative when it has passed. */
  get daysLeft() {
    return daysBetween(today(), this.dueOn)
  }

  get publicStage() {
    return PUBLIC_STAGE[this.stage as Stage]
  }

  get shownNumber() {
    return PetitionNumber.parse(this.number)!.shown
  }

  /** Whether the stage allows it; `unit` is the unit in charge. */
  can(action: Action, unit: Unit) {
    return stageAllows(this.stage as Stage, action, unit.isBureau)
  }

  /** Whether the stage allows it and this officer is one who may. */
  allows(action: Action, officer: Officer, unit: Unit) {
    const { permission, ofUnit } = needs(action, this)
    const inCharge = !ofUnit || officer.unitId === this.unitId
    return this.can(action, unit) && officer.can(permission) && inCharge
  }

  /** What the action asks of an officer, wherever the petition stands. */
  permissionFor(action: Action) {
    return needs(action, this).permission
  }

  /** Büro hakkında şikâyet: for managers, not for the bureau. */
  get isAboutBureau() {
    return this.desk === 'management'
  }

  /** Kısıtlı: only those in charge and the bureau's chief open it. */
  get isRestricted() {
    return this.circle !== 'house'
  }

  hidesPetitionerFrom(officer: Officer) {
    return hidesPetitioner(this.kind, officer)
  }

  /**
   * Runs the work in one transaction, on the petition as the database has it now; afterwards this
   * one is as the work left it. The work may run twice when another transaction is in the way, so
   * it must not lean on what it changed the first time.
   *
   * @throws PetitionChanged when somebody else was there since this one was read
   */
  async change<T>(work: (petition: Petition, trx: TransactionClientContract) => Promise<T>) {
    await Catalogue.current() // read before: SQLite's one connection belongs to the transaction
    const { result, petition } = await transaction(async (trx) => {
      const fresh = await Petition.findOrFail(this.id, { client: trx })
      if (fresh.version !== this.version) throw new PetitionChanged()
      return { result: await work(fresh, trx), petition: fresh }
    })
    Object.assign(this.$attributes, petition.$attributes)
    this.$hydrateOriginals()
    return result
  }

  /** The bureau charges a unit with it. */
  async refer(unit: Unit, details: StepDetails, trx: TransactionClientContract) {
    await Reader.open(this, unit, trx)
    return this.take({ kind: 'referred', ...details, unit, trx, changes: this.#inChargeOf(unit) })
  }

  /** A unit gives it back; it stops seeing the petition. */
  async returned(details: StepDetails, trx: TransactionClientContract) {
    const catalogue = await Catalogue.current()
    const unit = catalogue.unit(this.unitId)
    await Reader.close(this, unit, trx)
    const changes = { ...this.#inChargeOf(catalogue.bureau), returns: this.returns + 1 }
    return this.take({ kind: 'returned', ...details, unit, trx, changes })
  }

  /** From now on only those in charge and the bureau's chief open it; the step says who wanted it. */
  async restrict(details: StepDetails, trx: TransactionClientContract) {
    const catalogue = await Catalogue.current()
    const circle = restrictedCircle(catalogue.unit(this.unitId))
    const unit = catalogue.bureau
    return this.take({ kind: 'restricted', ...details, unit, trx, changes: { circle } })
  }

  /** It is an ordinary petition again. */
  async liftRestriction(details: StepDetails, trx: TransactionClientContract) {
    const { bureau: unit } = await Catalogue.current()
    const changes = { circle: 'house' }
    return this.take({ kind: 'restrictionLifted', ...details, unit, trx, changes })
  }

  /** The unit begins its work; taken once, by the first contact or draft. */
  async start(details: StepDetails, trx: TransactionClientContract) {
    if (this.stage === 'routed') await this.take({ kind: 'started', ...details, trx })
  }

  /** Ends it with an outcome and the words that the citizen reads. */
  conclude(outcome: Outcome, text: string, details: StepDetails, trx: TransactionClientContract) {
    const kind = outcome === 'forwarded' ? 'forwarded' : 'concluded'
    const changes = { outcome, concludedAt: DateTime.utc() }
    return this.take({ kind, ...details, outcome, publicText: text, trx, changes })
  }

  /**
   * The only way a stage changes: the petition, new ones too, and its step in one transaction, or
   * neither.
   *
   * @throws PetitionChanged when another transaction was first
   */
  async take({ kind, followedBy, changes, receipt, alongside, trx, ...details }: Taking) {
    const { takenAt = DateTime.utc() } = details
    const stage: Stage = STEPS[kind] ?? (this.stage as Stage)
    const position = this.position + 1
    const last = followedBy ? position + 1 : position
    const reopens = this.concludedAt && OPEN_STAGES.includes(stage) ? NO_CONCLUSION : {}
    await this.#set({ ...reopens, ...changes, stage, position: last }, trx)

    const step = await Step.write(this, { ...details, kind, position, takenAt }, trx)
    if (followedBy) await Step.write(this, { kind: followedBy, position: last, takenAt }, trx)
    await alongside?.(step)
    await new StepTaken(this, step, trx, receipt).announce()
    return step
  }

  /**
   * Something about it changed that is no step, as the words of a draft: whoever has an older page
   * open is told.
   *
   * @throws PetitionChanged when another transaction was first
   */
  touch(trx: TransactionClientContract) {
    return this.#set({}, trx)
  }

  /** Leaves a row that this officer opened the card. */
  viewedBy(officer: Officer) {
    return View.create({ petitionId: this.id, officerId: officer.id, viewedAt: DateTime.utc() })
  }

  /** Lucid saves by id alone; the version in the condition makes it a compare-and-set. */
  async #set(changes: Record<string, unknown>, trx: TransactionClientContract) {
    const { id, version } = this
    const next = { ...changes, version: version + 1 }
    if (!this.$isPersisted) return void (await this.#add(next, trx))
    const affected = await trx.from('petitions').where({ id, version }).update(asRow(next))
    if (Number(affected) !== 1) throw new PetitionChanged()
    Object.assign(this, next)
    this.$hydrateOriginals()
  }

  #add(row: object, trx: TransactionClientContract) {
    return Object.assign(this, row).useTransaction(trx).save()
  }

  #inChargeOf(unit: Unit) {
    const circle = this.isRestricted ? restrictedCircle(unit) : this.circle
    return { unitId: unit.id, unitSince: DateTime.utc(), circle }
  }
}

function asRow(changes: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      string.snakeCase(name),
      value instanceof DateTime ? value.toUTC().toSQL({ includeOffset: false }) : value,
    ])
  )
}
