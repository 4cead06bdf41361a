import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { AnswerSchema } from '#database/schema'
import { Attachment, Charge, Petition, type Action, type Outcome } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { demand } from '#routing'
import { sendingBack } from '../approving/send_back.ts'
import { demandGround } from '../clarifying/demand_ground.ts'
import { demandComplete, demandKeepable, type Draft } from '../draft.ts'
import { mayApprove, OwnDraft } from '../own_draft.ts'
import { Stock } from '../stock.ts'
import { demandSubmittable } from '../submittable.ts'
import { asKept, saysAlready } from '../kept_draft.ts'
import { AnswerCheck, type Noted } from './answer_check.ts'
import { AnswerDecision } from './answer_decision.ts'
import type { Marked } from './answer_mark.ts'
import { AnswerVersion } from './answer_version.ts'
import { Commitment } from './commitment.ts'
import { DraftSitting } from './draft_sitting.ts'
import { ExampleInsertion } from './example_insertion.ts'
import { InterimAnswer } from './interim_answer.ts'
import { Want } from './want.ts'

/** Whoever comes back later has left what stood there: a version is a sitting, not a saving. */
const SITTING = { hours: 1 }

/**
 * Cevap: drafted by the unit in charge, approved, corrected or sent back by its head, then given. It
 * is the answer of whoever submitted it; what others wrote before stays readable as a version.
 */
export class Answer extends AnswerSchema {
  @belongsTo(() => Petition)
  declare petition: BelongsTo<typeof Petition>

  @hasMany(() => AnswerDecision, { onQuery: (query) => query.orderBy('id', 'desc') })
  declare decisions: HasMany<typeof AnswerDecision>

  /** What each hand had written before another changed it, newest first. */
  @hasMany(() => AnswerVersion, { onQuery: (query) => query.orderBy('version', 'desc') })
  declare versions: HasMany<typeof AnswerVersion>

  /** The newest answer of the unit in charge, with what was decided about it last. */
  static async newestOf(petition: Petition) {
    const answer = await Charge.rowsOf(this.query(), petition).orderBy('id', 'desc').first()
    if (!answer) return null
    answer.$setRelated('decisions', await AnswerDecision.lastOf(answer))
    return answer.to(petition)
  }

  /** The unit in charge was closed: what it was writing is its successor's, waiting for approval or not. */
  static async handOn(petition: Petition, unit: Unit, trx: TransactionClientContract) {
    const draft = await Charge.rowsOf(this.query({ client: trx }), petition)
      .preload('decisions', (decisions) => void decisions.limit(1))
      .orderBy('id', 'desc')
      .first()
    if (draft && !draft.isGiven) await draft.merge({ unitId: unit.id }).save()
    const sittings = Charge.rowsOf(DraftSitting.query({ client: trx }), petition)
    await sittings.update({ unitId: unit.id })
    const kept = [Attachment, Want, ExampleInsertion, InterimAnswer]
    for (const one of kept) await one.handOn(petition, unit, trx)
  }

  /** What the unit in charge is writing: the draft that is not given yet, or an empty one. */
  static async draftFor(petition: Petition) {
    const newest = await this.newestOf(petition)
    if (newest && !newest.isGiven) return newest
    const { unit } = await Charge.of(petition)
    return new Answer()
      .fill({
        ...{ petitionId: petition.id, unitId: unit.id, version: 0 },
        ...{ submittedAt: null, submittedBy: null },
      })
      .to(petition)
  }

  get isGiven() {
    return this.decisions?.some(({ decision }) => decision === 'approved') ?? false
  }

  isBy(officer: Officer) {
    return this.submittedBy === officer.id
  }

  /** Whether it consists of these words already. */
  says(draft: Draft) {
    return saysAlready(this, asKept(draft, this.petition))
  }

  /** Why the head sent it back, as long as it was not submitted again. */
  get sentBackReason() {
    const last = this.decisions?.[0]
    return last?.decision === 'sentBack' && !this.submittedAt ? last.reason : null
  }

  /**
   * Keeps the words, finished or not.
   *
   * @throws Refusal for what is too long; NotAllowed; PetitionChanged
   */
  async write(draft: Draft, officer: Officer) {
    demandKeepable(draft)
    return this.change('draft', officer, async (answer, petition, trx) => {
      await answer.#say(draft, officer, trx)
      const begins = petition.stage === 'routed'
      await (begins ? petition.start({ officer }, trx) : petition.touch(trx))
    })
  }

  /**
   * Keeps the words and puts them before the head, with what the checks found and why it is sent all
   * the same.
   *
   * @throws Refusal for everything that is missing; PartsOpen as long as a unit that was asked has not
   *   answered; ParagraphsOpen for what a model proposed and nobody read; NotAllowed; PetitionChanged
   */
  async submit(draft: Draft, officer: Officer, noted: readonly Noted[] = []) {
    demandComplete(draft)
    return this.change('submit', officer, async (answer, petition, trx) => {
      await demandSubmittable(draft, petition, trx)
      await answer.#say(draft, officer, trx)
      Object.assign(answer, { submittedAt: DateTime.utc(), submittedBy: officer.id })
      if (noted.length > 0) {
        await AnswerCheck.keep(await answer.save(), this.version + 1, noted, officer, trx)
      }
      await petition.start({ officer }, trx)
      await petition.take({ kind: 'submitted', officer, trx })
    })
  }

  /**
   * The head mends the words instead of sending them back; they still wait.
   *
   * @returns whether a word changed
   * @throws Refusal for what is missing or too long; NotAllowed; PetitionChanged
   */
  async correct(draft: Draft, officer: Officer, noted: readonly Noted[] = []) {
    return this.change('correct', officer, (answer, petition, trx) =>
      answer.#mend({ draft, noted }, officer, petition, trx)
    )
  }

  /**
   * The head approves, if need be with words mended in the same go; this gives the answer and
   * concludes the petition in one act.
   *
   * @param noted why the mended words stay as they are in spite of a check
   * @throws OwnDraft; Refusal for what is missing; NotAllowed; PetitionChanged
   */
  approve(officer: Officer, mended: Draft | null = null, noted: readonly Noted[] = []) {
    return this.change('approve', officer, async (answer, petition, trx) => {
      const { authority } = await Catalogue.of(petition.authorityId)
      if (!mayApprove(answer, officer, authority)) throw new OwnDraft(officer)
      if (mended) await answer.#mend({ draft: mended, noted }, officer, petition, trx)
      demandComplete(answer)

      await AnswerDecision.make(answer, { decision: 'approved', officer }, trx)
      const note = answer.isBy(officer) ? new Stock('tr').selfApproval : null
      const words = new Stock(petition.locale).citizenText(answer)
      await petition.conclude(answer.outcome as Outcome, words, { officer, note }, trx)
      await Commitment.begin(petition, (await Charge.of(petition)).unit, trx)
    })
  }

  /**
   * The head wants it otherwise, and says how: in words, or by marks in the text, or both.
   *
   * @throws Refusal without either; NotAllowed; PetitionChanged
   */
  async sendBack(officer: Officer, words: string, marks: readonly Marked[] = []) {
    return this.change('sendBack', officer, sendingBack(officer, words, marks))
  }

  /**
   * As petition.change: the work is done on a copy, and this one follows when all is kept.
   *
   * @throws NotAllowed; PetitionChanged
   */
  async change<T>(action: Action, officer: Officer, work: Work<T>) {
    const { kept, result } = await this.petition.change(async (petition, trx) => {
      await demand(petition, action, officer)
      const answer = (await this.#copy(trx)).to(petition)
      const done = await work(answer, petition, trx)
      answer.version += 1
      return { kept: await answer.save(), result: done }
    })
    Object.assign(this.$attributes, kept.$attributes)
    this.$isPersisted = true
    this.$hydrateOriginals()
    return result
  }

  private to(petition: Petition) {
    this.$setRelated('petition', petition)
    return this
  }

  async #copy(trx: TransactionClientContract) {
    if (this.$isPersisted) return Answer.findOrFail(this.id, { client: trx })
    return new Answer().fill(this.$attributes).useTransaction(trx)
  }

  async #mend(
    { draft, noted }: { draft: Draft; noted: readonly Noted[] },
    officer: Officer,
    petition: Petition,
    trx: TransactionClientContract
  ) {
    demandComplete(draft)
    await demandGround(draft, petition, trx)
    const note = new Stock('tr').corrected(this.version)
    const changed = await this.#say(draft, officer, trx)
    if (!changed) return false
    await AnswerCheck.keep(this, this.version + 1, noted, officer, trx)
    await petition.take({ kind: 'corrected', officer, note, trx })
    return true
  }

  /**
   * Whoever changed a word last is the one who wrote it; what another had written is kept, and what
   * the same one left at another sitting.
   *
   * @returns whether a word changed
   */
  async #say(draft: Draft, officer: Officer, trx: TransactionClientContract) {
    if (this.$isPersisted && this.says(draft)) return false
    const isLeft = this.draftedBy !== officer.id || this.draftedAt < DateTime.utc().minus(SITTING)
    if (this.$isPersisted && isLeft) {
      await AnswerVersion.of(this).useTransaction(trx).save()
    }
    const draftedAt = DateTime.utc()
    Object.assign(this, { ...asKept(draft, this.petition), draftedBy: officer.id, draftedAt })
    return true
  }
}

type Work<T> = (answer: Answer, petition: Petition, trx: TransactionClientContract) => Promise<T>
