import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { AnswerSchema } from '#database/schema'
import { Petition, type Action, type Outcome } from '#intake'
import { Catalogue, type Authority, type Officer } from '#organisation'
import { demand } from '#routing'
import { notLonger, Refusal, refuseFor } from '#shared/problems'
import { isVisible } from '#shared/typed_text'
import { demandComplete, demandKeepable, isNegative, type Draft } from '../draft.ts'
import { Stock } from '../stock.ts'
import { AnswerDecision } from './answer_decision.ts'

/** Two pairs of eyes: whoever wrote the words does not approve them, unless the authority allows. */
export class OwnDraft extends Refusal {
  constructor() {
    super({ field: 'own', rule: 'notAllowed' })
  }
}

/** Cevap: drafted by the unit in charge, approved or sent back by its head, then given. */
export class Answer extends AnswerSchema {
  @belongsTo(() => Petition)
  declare petition: BelongsTo<typeof Petition>

  @hasMany(() => AnswerDecision, { onQuery: (query) => query.orderBy('id', 'desc') })
  declare decisions: HasMany<typeof AnswerDecision>

  /** The newest answer of the unit in charge, with what was decided about it. */
  static async newestOf(petition: Petition) {
    const answer = await this.query()
      .where({ petition_id: petition.id, unit_id: petition.unitId })
      .preload('decisions')
      .orderBy('id', 'desc')
      .first()
    return answer?.to(petition) ?? null
  }

  /** What the unit in charge is writing: the draft that is not given yet, or an empty one. */
  static async draftFor(petition: Petition) {
    const newest = await this.newestOf(petition)
    if (newest && !newest.isGiven) return newest
    return new Answer()
      .fill({ petitionId: petition.id, unitId: petition.unitId, version: 0, submittedAt: null })
      .to(petition)
  }

  get isGiven() {
    return this.decisions?.some(({ decision }) => decision === 'approved') ?? false
  }

  isBy(officer: Officer) {
    return this.draftedBy === officer.id
  }

  /** Two pairs of eyes, unless the authority is too small for them and says so. */
  mayBeApprovedBy(officer: Officer, authority: Authority) {
    return authority.selfApproval || !this.isBy(officer)
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
    return this.#change('draft', officer, async (answer, petition, trx) => {
      answer.#say(draft, officer, petition)
      const begins = petition.stage === 'routed'
      await (begins ? petition.start({ officer }, trx) : petition.touch(trx))
    })
  }

  /**
   * Keeps the words and puts them before the head.
   *
   * @throws Refusal for everything that is missing; NotAllowed; PetitionChanged
   */
  async submit(draft: Draft, officer: Officer) {
    demandComplete(draft)
    return this.#change('submit', officer, async (answer, petition, trx) => {
      answer.#say(draft, officer, petition)
      answer.submittedAt = DateTime.utc()
      await petition.start({ officer }, trx)
      await petition.take('submitted', { officer }, trx)
    })
  }

  /**
   * The head approves; this gives the answer and concludes the petition in one act.
   *
   * @throws OwnDraft; Refusal for what is missing; NotAllowed; PetitionChanged
   */
  approve(officer: Officer) {
    return this.#change('approve', officer, async (answer, petition, trx) => {
      const { authority } = await Catalogue.current()
      if (!answer.mayBeApprovedBy(officer, authority)) throw new OwnDraft()
      demandComplete(answer)

      await answer.#decide('approved', officer, null, trx)
      const note = answer.isBy(officer) ? new Stock('tr').selfApproval : null
      const words = new Stock(petition.locale).citizenText(answer)
      await petition.conclude(answer.outcome as Outcome, words, { officer, note }, trx)
    })
  }

  /**
   * The head wants it otherwise, and says how.
   *
   * @throws Refusal without a reason; NotAllowed; PetitionChanged
   */
  async sendBack(officer: Officer, reason: string) {
    refuseFor(withoutCorrection(reason), notLonger('reason', reason))
    return this.#change('sendBack', officer, async (answer, petition, trx) => {
      answer.submittedAt = null
      await answer.#decide('sentBack', officer, reason, trx)
      await petition.take('sentBack', { officer, note: reason }, trx)
    })
  }

  private to(petition: Petition) {
    this.$setRelated('petition', petition)
    return this
  }

  /** As petition.change: the work is done on a copy, and this one follows when all is kept. */
  async #change(action: Action, officer: Officer, work: Work) {
    const kept = await this.petition.change(async (petition, trx) => {
      const catalogue = await Catalogue.current()
      demand(petition, action, officer, catalogue.unit(petition.unitId))
      const answer = await this.#copy(trx)
      await work(answer, petition, trx)
      answer.version += 1
      return answer.save()
    })
    Object.assign(this.$attributes, kept.$attributes)
    this.$isPersisted = true
    this.$hydrateOriginals()
  }

  async #copy(trx: TransactionClientContract) {
    if (this.$isPersisted) return Answer.findOrFail(this.id, { client: trx })
    return new Answer().fill(this.$attributes).useTransaction(trx)
  }

  /**
   * Whoever changed a word last is the one who wrote it. The form offers the stock remedy before an
   * outcome is chosen; an answer that gives what was asked for does not carry it.
   */
  #say({ outcome, ground, text, reason, remedy }: Draft, officer: Officer, petition: Petition) {
    const offered = new Stock(petition.locale).remedy(petition.kind)
    const needed = isNegative(outcome) || remedy !== offered
    Object.assign(this, { outcome, ground, text, reason, remedy: needed ? remedy : null })
    if (!this.$isDirty) return
    this.draftedBy = officer.id
    this.draftedAt = DateTime.utc()
  }

  #decide(
    decision: 'approved' | 'sentBack',
    officer: Officer,
    reason: string | null,
    trx: TransactionClientContract
  ) {
    const decidedAt = DateTime.utc()
    return AnswerDecision.create(
      { answerId: this.id, officerId: officer.id, decision, reason, decidedAt },
      { client: trx }
    )
  }
}

function withoutCorrection(reason: string) {
  return isVisible(reason) ? null : { field: 'reason', rule: 'correction' }
}

type Work = (answer: Answer, petition: Petition, trx: TransactionClientContract) => Promise<unknown>
