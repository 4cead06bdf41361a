import string from '@adonisjs/core/helpers/string'
import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionSchema } from '#database/schema'
import { Catalogue } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { momentColumn, stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'
import { handsAfter } from '../assigning/after.ts'
import { followStep } from '../asked/follow_step.ts'
import { endWaiting, noticed } from '../clarifying/end_waiting.ts'
import { StepTaken } from '../events.ts'
import { PetitionNumber } from '../petition_number.ts'
import type { About } from '../visibility/about.ts'
import { leadsTo, OPEN_STAGES, type Stage, type StepKind } from '../stages.ts'
import { Assignment } from './assignment.ts'
import { LastDay, type LastDays } from './last_day.ts'
import { OfficeTime } from './office_time.ts'
import { Reader } from './reader.ts'
import type { Reckonings } from './reckoning.ts'
import { Step, type StepDetails } from './step.ts'

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
  /** Where it leads, if not where its kind does: back to where the petition stood. */
  stage?: Stage
  /** What changes of the petition beside its stage. */
  changes?: Partial<
    Pick<
      PetitionRecord,
      | 'unitId'
      | 'unitSince'
      | 'circle'
      | 'outcome'
      | 'concludedAt'
      | 'returns'
      | 'secretDigest'
      | 'urgency'
      | 'unreadBy'
      | 'assigneeId'
      | 'partnerId'
      | 'leadId'
      | 'leads'
    >
  > &
    Partial<Pick<PetitionRecord, HandedOver | Amended>>
  /** Where its first last days come from: what is received has them. */
  reckonings?: Reckonings
  /** The last days that it moves. */
  lastDays?: LastDays
  /** A secret that was made just now, and whose it is. */
  receipt?: StepTaken['receipt']
  /** What else is written with the step, before anybody is told of it. */
  alongside?: (step: Step) => Promise<unknown>
  /** A step that follows by itself: nobody takes it, and nobody is told. */
  followedBy?: StepKind
}

/** What besides changes where it becomes another authority's. */
type HandedOver = 'authorityId' | 'desk' | 'subjectId' | 'cameFrom' | 'handbacks'
/** What the desk corrects. */
type Amended = 'kind' | 'place' | 'locale' | keyof About

/** What is open again has no outcome; the step that ended it keeps its own. */
const NO_CONCLUSION = { outcome: null, concludedAt: null }

/**
 * Başvurunun satırı: a petition's row and its history, which change only together. Whoever reads a
 * petition takes `Petition`, which knows what the steps are.
 */
export class PetitionRecord extends PetitionSchema {
  static table = 'petitions'

  @column.dateTime(momentColumn)
  declare receivedAt: DateTime

  @column.dateTime(momentColumn)
  declare unitSince: DateTime

  /** Whom it complains about, as the citizen wrote it. */
  @column(sealedColumn)
  declare complainedName: string | null

  get shownNumber() {
    return PetitionNumber.parse(this.number)!.shown
  }

  /**
   * Runs the work in one transaction, on the petition as the database has it now; afterwards this
   * one is as the work left it. The work may run twice when another transaction is in the way, so
   * it must not lean on what it changed the first time.
   *
   * @throws PetitionChanged when somebody else was there since this one was read
   */
  async change<T>(work: (petition: this, trx: TransactionClientContract) => Promise<T>) {
    await Catalogue.of(this.authorityId) // read before: SQLite's one connection belongs to the transaction
    const petitions = this.constructor as typeof PetitionRecord
    const { result, petition } = await transaction(async (trx) => {
      const fresh = (await petitions.findOrFail(this.id, { client: trx })) as this
      if (fresh.version !== this.version) throw new PetitionChanged()
      return { result: await work(fresh, trx), petition: fresh }
    })
    Object.assign(this.$attributes, petition.$attributes)
    this.$hydrateOriginals()
    return result
  }

  /**
   * The only way a stage changes: the petition, new ones too, and its step in one transaction, or
   * neither.
   *
   * @throws PetitionChanged when another transaction was first
   */
  async take({ kind, followedBy, changes, lastDays: moved, stage: back, ...taking }: Taking) {
    const { receipt, alongside, reckonings, trx, ...details } = taking
    const { takenAt = DateTime.utc() } = details
    const stage = back ?? leadsTo(kind, this.stage as Stage)
    const lastDays = { ...(await endWaiting(this, kind, trx)), ...moved }
    const position = this.position + 1
    const last = followedBy ? position + 1 : position
    const reopens = this.concludedAt && OPEN_STAGES.includes(stage) ? NO_CONCLUSION : {}
    const ended = LastDay.endedBy(this, lastDays)
    const before = { ...this.$attributes } as this
    const seen = await noticed(this, details.officer)
    const days = reckonings ? LastDay.atReceipt(reckonings) : LastDay.onPetition(this, lastDays)
    const hands = handsAfter(before, stage, changes)
    const next = { ...reopens, ...seen, ...changes, ...hands, ...days, stage, position: last }
    await this.#set(next, trx)

    const step = await Step.write(this, { ...details, kind, position, takenAt }, trx)
    if (followedBy) await Step.write(this, { kind: followedBy, position: last, takenAt }, trx)
    await LastDay.begin(lastDays, ended, step, trx)
    await OfficeTime.note(before, step, trx)
    await followStep(this, step, trx)
    await Assignment.follow(before, this, step, trx)
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

  /** Lucid saves by id alone; the version in the condition makes it a compare-and-set. */
  async #set(changes: Record<string, unknown>, trx: TransactionClientContract) {
    const { id, version } = this
    const next = { ...changes, version: version + 1 }
    if (!this.$isPersisted) return void (await this.#add(next, trx))
    const isOther = ([name, value]: [string, unknown]) => this[name as 'stage'] !== value
    const others = Object.fromEntries(Object.entries(changes).filter(isOther))
    const affected = await trx.from('petitions').where({ id, version }).update(asRow(next))
    if (Number(affected) !== 1) throw new PetitionChanged()
    await Reader.follow(this, asRow(others), trx)
    Object.assign(this, next)
    this.$hydrateOriginals()
  }

  #add(row: object, trx: TransactionClientContract) {
    return Object.assign(this, row).useTransaction(trx).save()
  }
}

function asRow(changes: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [
      string.snakeCase(name),
      value instanceof DateTime ? stored(name, value) : value,
    ])
  )
}

/** What is named `…On` is a day, every other one a moment. */
function stored(name: string, at: DateTime) {
  return name.endsWith('On') ? at.toISODate() : stamp(at)
}
