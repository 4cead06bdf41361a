import string from '@adonisjs/core/helpers/string'
import { hasMany, hasOne } from '@adonisjs/lucid/orm'
import type { HasMany, HasOne } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionSchema } from '#database/schema'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { keyFor } from '#shared/keys'
import { Refusal } from '#shared/problems'
import { transaction } from '#shared/transaction'
import { dayOf, today } from '#shared/turkish_date'
import { StepTaken } from '../events.ts'
import { PetitionNumber } from '../petition_number.ts'
import {
  receive,
  tokenDigest,
  type PetitionDetails,
  type ReceiveOptions,
} from '../receiving/receiving.ts'
import { Secret } from '../secret/secret.ts'
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
import { Step } from './step.ts'
import { View } from './view.ts'

/** Somebody else changed this petition since it was read; nothing was written. */
export class PetitionChanged extends Error {
  constructor() {
    super('the petition was changed by someone else meanwhile')
  }
}

/** Who takes a step and what is to be kept of it. */
export interface StepDetails {
  officer?: Officer
  unit?: Unit
  note?: string | null
  publicText?: string | null
  outcome?: Outcome
}

/** Of a petition's secret, in 24 hours. */
const RENEWALS = 3

type Changes = Partial<
  Pick<
    Petition,
    'unitId' | 'unitSince' | 'circle' | 'outcome' | 'concludedAt' | 'returns' | 'secretDigest'
  >
>

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

  /**
   * The petition that number and secret open together. An unknown number costs the same work as a
   * wrong secret, so that nobody learns from the time which numbers exist.
   */
  static async open(number: PetitionNumber, secret: Secret) {
    const petition = await this.findBy('number', number.digits)
    const digest = petition?.secretDigest ?? '0'.repeat(64)
    return secret.matches(digest, number.digits, keyFor('secret')) ? petition : null
  }

  get isOpen() {
    return (OPEN_STAGES as readonly string[]).includes(this.stage)
  }

  get isOverdue() {
    return this.isOpen && dayOf(this.dueOn) < today()
  }

  /** Whole days until the last day; negative when it has passed. */
  get daysLeft() {
    return Math.round(dayOf(this.dueOn).diff(today(), 'days').days)
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
    return this.take('referred', { ...details, unit }, trx, this.#inChargeOf(unit))
  }

  /** A unit gives it back; it stops seeing the petition. */
  async returned(details: StepDetails, trx: TransactionClientContract) {
    const catalogue = await Catalogue.current()
    const unit = catalogue.unit(this.unitId)
    await Reader.close(this, unit, trx)
    const changes = { ...this.#inChargeOf(catalogue.bureau), returns: this.returns + 1 }
    return this.take('returned', { ...details, unit }, trx, changes)
  }

  /** From now on only those in charge and the bureau's chief open it; the step says who wanted it. */
  async restrict(details: StepDetails, trx: TransactionClientContract) {
    const catalogue = await Catalogue.current()
    const circle = restrictedCircle(catalogue.unit(this.unitId))
    return this.take('restricted', { ...details, unit: catalogue.bureau }, trx, { circle })
  }

  /** It is an ordinary petition again. */
  async liftRestriction(details: StepDetails, trx: TransactionClientContract) {
    const { bureau } = await Catalogue.current()
    return this.take('restrictionLifted', { ...details, unit: bureau }, trx, { circle: 'house' })
  }

  /** The unit begins its work; taken once, by the first contact or draft. */
  async start(details: StepDetails, trx: TransactionClientContract) {
    if (this.stage === 'routed') await this.take('started', details, trx)
  }

  /** Ends it with an outcome and the words that the citizen reads. */
  conclude(outcome: Outcome, text: string, details: StepDetails, trx: TransactionClientContract) {
    const kind = outcome === 'forwarded' ? 'forwarded' : 'concluded'
    const changes = { outcome, concludedAt: DateTime.utc() }
    return this.take(kind, { ...details, outcome, publicText: text }, trx, changes)
  }

  /**
   * A new secret for whoever lost the old one, which opens nothing any more. The step's message
   * tells it; nobody keeps it.
   *
   * @returns the secret, this once
   * @throws PetitionChanged when another transaction was first; Refusal when it was renewed too often
   */
  async renewSecret(officer: Officer, trx: TransactionClientContract) {
    await this.#refuseWhenRenewedOften(trx)
    const secret = Secret.draw()
    const secretDigest = secret.digest(this.number, keyFor('secret'))
    const petitioner = await Petitioner.query({ client: trx })
      .where('petition_id', this.id)
      .firstOrFail()
    const receipt = { petitioner, secret: secret.text }
    await this.take('secretRenewed', { officer }, trx, { secretDigest }, receipt)
    return secret
  }

  /** Whether this secret opens it. */
  isOpenedBy(secret: Secret) {
    return secret.matches(this.secretDigest, this.number, keyFor('secret'))
  }

  /**
   * The only way a stage changes: the petition and its step in one transaction, or neither.
   *
   * @throws PetitionChanged when another transaction was first
   */
  async take(
    kind: StepKind,
    details: StepDetails,
    trx: TransactionClientContract,
    changes: Changes = {},
    receipt?: StepTaken['receipt']
  ) {
    const takenAt = DateTime.utc()
    const stage = STEPS[kind] ?? this.stage
    await this.#set({ ...changes, stage, position: this.position + 1 }, trx)

    const step = await Step.create(
      {
        petitionId: this.id,
        position: this.position,
        kind,
        stage: this.stage,
        officerId: details.officer?.id ?? null,
        unitId: details.unit?.id ?? this.unitId,
        outcome: details.outcome ?? null,
        note: details.note ?? null,
        publicText: details.publicText ?? null,
        takenAt,
      },
      { client: trx }
    )
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

  /** Each renewal rings somebody's telephone. */
  async #refuseWhenRenewedOften(trx: TransactionClientContract) {
    const renewed = await Step.query({ client: trx })
      .where({ petition_id: this.id, kind: 'secretRenewed' })
      .where('taken_at', '>', DateTime.utc().minus({ days: 1 }).toSQL({ includeOffset: false }))
    const tooOften = { field: 'stage', rule: 'renewedOften', values: { most: RENEWALS } }
    if (renewed.length >= RENEWALS) throw new Refusal(tooOften)
  }

  /** Lucid saves by id alone; the version in the condition makes it a compare-and-set. */
  async #set(changes: Record<string, unknown>, trx: TransactionClientContract) {
    const { id, version } = this
    const next = { ...changes, version: version + 1 }
    const affected = await trx.from('petitions').where({ id, version }).update(asRow(next))
    if (Number(affected) !== 1) throw new PetitionChanged()
    Object.assign(this, next)
    this.$hydrateOriginals()
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
