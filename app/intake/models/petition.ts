import { hasMany, hasOne } from '@adonisjs/lucid/orm'
import type { HasMany, HasOne } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { authorities, Catalogue, type Officer, type Unit } from '#organisation'
import { dayOf, daysBetween, today } from '#shared/dates/turkish_date'
import { handsAlong } from '../assigning/along.ts'
import { askAfter } from '../afterwards/ask_after.ts'
import { Charge } from '../charge.ts'
import { afterWaiting } from '../clarifying/go_on.ts'
import { particularsIn } from '../form/questions/particular.ts'
import { handOver, type Handing } from '../handing_over.ts'
import type { PetitionDetails, Receipt, ReceiveOptions } from '../receiving/details.ts'
import { receive } from '../receiving/receive.ts'
import {
  DESK_STAGES,
  needs,
  OPEN_STAGES,
  PUBLIC_STAGE,
  stageAllows,
  type Action,
  type Outcome,
  type Stage,
} from '../stages.ts'
import { hidesPetitioner } from '../tip_offs.ts'
import { takeWithLed } from '../merging/take_with_led.ts'
import { isOwn, knowsThemselves, type Owner } from '../own/own.ts'
import { keptBy } from '../visibility/kept.ts'
import { isOf, readableBy, restrictedCircle } from '../visibility.ts'
import { Addition } from './addition.ts'
import type { LastDays } from './last_day.ts'
import { PetitionRecord, type Taking } from './petition_record.ts'
import { Petitioner } from './petitioner.ts'
import { Reader } from './reader.ts'
import { Step, type StepDetails } from './step.ts'
import { Striking, type Decided } from './striking.ts'

/** By which step it is open again. */
type Resuming = Pick<Taking, 'kind' | 'officer' | 'note' | 'publicText' | 'alongside' | 'changes'>

/** Başvuru: what a citizen brings. */
export class Petition extends PetitionRecord {
  @hasOne(() => Petitioner)
  declare petitioner: HasOne<typeof Petitioner>

  @hasMany(() => Step, { onQuery: (query) => query.orderBy('position', 'desc') })
  declare steps: HasMany<typeof Step>

  /** Read where somebody asks who may be that one. */
  #owner: Owner | null = null

  /**
   * Takes in a petition, whatever door it comes through (law 3071).
   *
   * @throws FormAlreadyUsed when the token already brought a petition with other content, or one
   *   whose secret has been renewed; SameAgain
   */
  static receive(details: PetitionDetails, options: ReceiveOptions = {}) {
    return receive(this, details, options) as Promise<Receipt<Petition>>
  }

  /** The petition with this number, if this officer may see it. */
  static async findFor(officer: Officer, number: string) {
    const petition = await readableBy(this.query(), officer)
      .where('petitions.number', number)
      .first()
    await petition?.knowOwner(officer)
    return petition
  }

  /** Of these, those that this officer may see. */
  static seenBy(officer: Officer, ids: readonly number[]) {
    return readableBy(this.query(), officer).whereIn('petitions.id', [...ids])
  }

  /**
   * The petition with this number that this officer's authority handed over, and since when; what is
   * known of it there ends with the step at the position `knownTo`.
   */
  static async keptFor(officer: Officer, number: string) {
    if ((await authorities()).length === 1) return null
    const kept = this.query().join(
      'petition_readers',
      'petition_readers.petition_id',
      'petitions.id'
    )
    const petition = await keptBy(kept, officer)
      .where('petitions.number', number)
      .select('petitions.*', 'petition_readers.known_to')
      .first()
    return petition && { petition, knownTo: petition.$extras.known_to as number }
  }

  get isOpen() {
    return OPEN_STAGES.includes(this.stage as Stage)
  }

  /** Waits to be routed. */
  get isAtTheDesk() {
    return DESK_STAGES.includes(this.stage as Stage)
  }

  get isOverdue() {
    return this.isOpen && dayOf(this.dueOn) < today()
  }

  /** Whole days until the last day; negative when it has passed. */
  get daysLeft() {
    return daysBetween(today(), this.dueOn)
  }

  /** What was answered to its subject's questions, in the words of then. */
  particularsIn(locale: string) {
    return particularsIn(this.particulars, locale)
  }

  get publicStage() {
    return PUBLIC_STAGE[this.stage as Stage]
  }

  /** Whether it lies with this officer's own authority: what lies with one below is read alone. */
  isWithAuthorityOf(officer: Officer) {
    return isOf(officer, this.authorityId)
  }

  /** Whether the stage allows it and this officer is one who may. */
  allows(action: Action, officer: Officer, charge: Charge) {
    const { inCharge, desk } = needs(action, this)
    const isPossible = stageAllows(this.stage as Stage, action, charge.unit.isBureau)
    const isPlaced = !inCharge || charge.isOf(officer) || (desk && officer.can(desk))
    return Boolean(isPossible && this.mayDo(action, officer) && isPlaced)
  }

  /** Whether the action is this officer's at all, wherever the petition stands. */
  mayDo(action: Action, officer: Officer) {
    const { permission, desk } = needs(action, this)
    const may = officer.can(permission) || (desk && officer.can(desk))
    return Boolean(may && this.isWithAuthorityOf(officer) && !this.isOwnOf(officer))
  }

  /** Whether it is this officer's own; `knowOwner` must have run. */
  isOwnOf(officer: Officer) {
    return this.#owner !== null && isOwn(officer, this.#owner)
  }

  /** Reads who brought it, for an officer who may be that one: for nearly all it asks nothing. */
  async knowOwner(officer: Officer) {
    if (this.#owner || !knowsThemselves(officer)) return
    const client = this.$trx
    this.#owner = await Petitioner.query({ client }).where('petition_id', this.id).first()
  }

  /** The same of several, in one statement. */
  static async knowOwners(some: readonly Petition[], officer: Officer) {
    if (some.length === 0 || !knowsThemselves(officer)) return
    const ids = some.map(({ id }) => id)
    const owners = await Petitioner.query().whereIn('petition_id', ids)
    for (const one of some) {
      one.#owner ??= owners.find(({ petitionId }) => petitionId === one.id) ?? null
    }
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
    return hidesPetitioner(this, officer)
  }

  /** The bureau charges a unit with it. */
  async refer(unit: Unit, details: StepDetails, trx: TransactionClientContract) {
    await Reader.reopen(this, unit, trx)
    return this.take({ kind: 'referred', ...details, unit, trx, changes: this.#inChargeOf(unit) })
  }

  /** A unit gives it back; it stops seeing the petition. */
  async returned(details: StepDetails, trx: TransactionClientContract) {
    const { bureau } = await Catalogue.of(this.authorityId)
    const { unit } = await Charge.of(this)
    await Reader.close(this, unit, trx)
    const changes = { ...this.#inChargeOf(bureau), returns: this.returns + 1 }
    return this.take({ kind: 'returned', ...details, unit, trx, changes })
  }

  /** The desk takes it back from the unit, which stops seeing it; no return. */
  async recalled(details: StepDetails, trx: TransactionClientContract) {
    const { bureau } = await Catalogue.of(this.authorityId)
    const { unit } = await Charge.of(this)
    await Reader.close(this, unit, trx)
    return this.take({ kind: 'recalled', ...details, unit, trx, changes: this.#inChargeOf(bureau) })
  }

  /** Another authority of the tree has it from now on: a step that changes all that is its own. */
  handOver(handing: Handing, trx: TransactionClientContract) {
    return handOver(this, handing, trx)
  }

  /** The unit in charge was closed: another one has it where it stands, with what was done so far. */
  async handOn(unit: Unit, details: StepDetails, trx: TransactionClientContract) {
    await Reader.close(this, (await Charge.of(this)).unit, trx)
    await Reader.reopen(this, unit, trx)
    const changes = { ...this.#inChargeOf(unit), ...(await handsAlong(this, unit, trx)) }
    return this.take({ kind: 'handedOn', ...details, unit, trx, changes })
  }

  /** The unit in charge was closed and nobody has its work: it waits to be routed, and is no return. */
  async giveToDesk(bureau: Unit, details: StepDetails, trx: TransactionClientContract) {
    const { unit } = await Charge.of(this)
    await Reader.close(this, unit, trx)
    const changes = this.#inChargeOf(bureau)
    return this.take({ kind: 'unitClosed', ...details, unit, trx, changes })
  }

  /** From now on only those in charge and the bureau's chief open it; the step says who wanted it. */
  async restrict(details: StepDetails, trx: TransactionClientContract) {
    const { bureau: unit } = await Catalogue.of(this.authorityId)
    const circle = restrictedCircle((await Charge.of(this)).unit)
    return this.take({ kind: 'restricted', ...details, unit, trx, changes: { circle } })
  }

  /** It is an ordinary petition again. */
  async liftRestriction(details: StepDetails, trx: TransactionClientContract) {
    const { bureau: unit } = await Catalogue.of(this.authorityId)
    const changes = { circle: 'house' }
    return this.take({ kind: 'restrictionLifted', ...details, unit, trx, changes })
  }

  /** The desk has read a tip-off: what it left is read by whoever may not know who brought it. */
  async strike(decided: readonly Decided[], officer: Officer, trx: TransactionClientContract) {
    const { bureau: unit } = await Catalogue.of(this.authorityId)
    const alongside = async () => {
      await Striking.write(this, decided, officer, trx)
      if (this.unreadBy === 'charge') await Addition.release(this, trx)
    }
    // What was added since is the unit's to read now.
    const changes = this.unreadBy === 'desk' ? { unreadBy: 'charge' } : {}
    return this.take({ kind: 'struck', officer, unit, alongside, changes, trx })
  }

  /** Whoever has it has read what its petitioner added. */
  readAdded(officer: Officer, trx: TransactionClientContract) {
    return this.take({ kind: 'addedRead', officer, changes: { unreadBy: 'nobody' }, trx })
  }

  /** The unit begins its work; taken once, by the first contact or draft. */
  async start(details: StepDetails, trx: TransactionClientContract) {
    if (this.stage === 'routed') await this.take({ kind: 'started', ...details, trx })
  }

  /** Ends it with an outcome and the words that the citizen reads, and so all that it leads. */
  conclude(outcome: Outcome, text: string, details: StepDetails, trx: TransactionClientContract) {
    const kind = outcome === 'forwarded' ? 'forwarded' : 'concluded'
    const changes = { outcome, concludedAt: DateTime.utc() }
    const then = { changes, trx, alongside: (step: Step) => askAfter(this, step, trx) }
    return takeWithLed(this, { kind, ...details, outcome, publicText: text, ...then })
  }

  /** It is open again: where it stood, or at the desk where its unit was closed by now. */
  async resume(
    at: Stage,
    lastDays: LastDays,
    trx: TransactionClientContract,
    how: Resuming = { kind: 'withdrawalUndone' }
  ) {
    const { unit } = await Charge.of(this)
    const taking = { ...how, lastDays, trx } as const
    // What was asked came to nothing when it was taken back.
    if (!unit.closedOn) return this.take({ ...taking, stage: afterWaiting(at) })
    const { bureau } = await Catalogue.of(this.authorityId)
    await Reader.close(this, unit, trx)
    const stage = 'reopened'
    const changes = { ...how.changes, ...this.#inChargeOf(bureau) }
    return this.take({ ...taking, stage, unit, changes })
  }

  #inChargeOf(unit: Unit) {
    const circle = this.isRestricted ? restrictedCircle(unit) : this.circle
    return { unitId: unit.id, unitSince: DateTime.utc(), circle }
  }
}
