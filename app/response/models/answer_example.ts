import { DateTime } from 'luxon'
import { AnswerExampleSchema } from '#database/schema'
import { Charge, termsOf, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { isDuplicate } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Typed } from '#shared/typed/typed'
import { numbersIn } from '../checks/words/number_shapes.ts'
import { answerToRelease, stillOrdinary } from '../examples/releasable.ts'

/** So many of the newest of a unit, and of a subject, are held against a petition. */
const CANDIDATES = 100
const PAGE = 30

/** Örnek cevap: the masked words of a given answer, which a head released for answers to come. */
export class AnswerExample extends AnswerExampleSchema {
  /**
   * Keeps the masked words that a head has read, and nothing else of the answer.
   *
   * @throws Refusal without words, or with a number of somebody in them; NotAllowed for tip-offs,
   *   complaints, sensitive subjects, what is restricted or another unit's
   */
  static async release(petition: Petition, officer: Officer, words: string) {
    const answer = await answerToRelease(petition, officer)
    if (!answer) throw new NotAllowed()
    const text = new Typed({ text: words }).read((form) => {
      if (numbersIn(words).length > 0) form.wrong('text', 'numbers')
      return form.multiline('text', { required: true })
    })
    const about = { authorityId: petition.authorityId, unitId: answer.unitId }
    const of = { petitionId: petition.id, answerId: answer.id, openAnswerId: answer.id }
    const row = { ...about, ...of, subjectId: petition.subjectId!, outcome: answer.outcome! }
    const terms = termsOf(text.replace(/\[[^\]]{1,20}\]/g, ' ')).join(' ')
    const by = { releasedBy: officer.id, releasedAt: DateTime.utc() }
    try {
      await this.create({ ...row, ...by, text, terms })
    } catch (error) {
      // Pressed twice, or by two heads at once: it is open already.
      if (!isDuplicate(error, 'open_answer_id')) throw error
    }
  }

  /** Of the officer's unit, open ones, the newest first; a page at most. */
  static async page(officer: Officer, before: number | null) {
    const query = this.query()
      .where('unit_id', officer.atUnit ?? -1)
      .whereNull('taken_back_at')
    if (before) query.where('id', '<', before)
    const rows = await query.orderBy('id', 'desc').limit(PAGE + 1)
    const some = rows.slice(0, PAGE)
    return { rows: some, next: rows.length > PAGE ? some.at(-1)!.id : null }
  }

  /**
   * One of the officer's unit, nobody is offered it any more; taken back already it stays so.
   *
   * @returns false where their unit has none of this number
   */
  static async takeBack(officer: Officer, id: number) {
    const by = { taken_back_by: officer.id, taken_back_at: stamp(DateTime.utc()) }
    const own = () => this.query().where({ id, unit_id: officer.atUnit ?? -1 })
    await own()
      .whereNull('taken_back_at')
      .update({ ...by, open_answer_id: null })
    return (await own().first()) !== null
  }

  /** The words of these, taken back since or not. */
  static async textsOf(ids: readonly number[]) {
    if (ids.length === 0) return []
    const rows = await this.query()
      .whereIn('id', [...ids])
      .select('text')
    return rows.map(({ text }) => text)
  }

  /** Open ones of the unit in charge or on the subject, of petitions that may still be shown. */
  static async candidatesFor(petition: Petition) {
    const { unit } = await Charge.of(petition)
    const { authorityId, subjectId } = petition
    const ofUnit = await this.#open({ unit_id: unit.id })
    const onSubject = subjectId
      ? await this.#open({ authority_id: authorityId, subject_id: subjectId })
      : []
    const ids = [...new Set([...ofUnit, ...onSubject].map(({ id }) => id))]
    return ids.length > 0 ? stillOrdinary(this.query().whereIn('answer_examples.id', ids)) : []
  }

  static #open(own: Record<string, number>) {
    const open = this.query().where(own).whereNull('taken_back_at')
    return open.orderBy('id', 'desc').limit(CANDIDATES).select('id')
  }
}
