import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PostedLetterSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'
import { Refusal } from '#shared/typed/problems'
import { OPEN_LETTER, type LetterFault, type LetterState, type LetterWay } from '../post/letter.ts'

/** Nobody sends an answer more often. */
const MOST = 50

/**
 * Postalanacak cevap: an answer on its way to somebody on paper. Each try is a row, which goes from
 * waiting to its end; one that came back is followed by another, on the next way.
 */
export class PostedLetter extends PostedLetterSchema {
  declare way: LetterWay
  declare state: LetterState
  declare fault: LetterFault | null

  /** Where it goes, where that is not the petitioner's own address. */
  @column(sealedColumn)
  declare address: string | null

  /** Of a petition, the last one first. */
  static of({ id }: { id: number }, trx?: Trx) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id', 'desc').limit(MOST)
  }

  /** As pages show it. */
  get facts() {
    const { id, way, state, isOpen, fault, tracking, madeAt } = this
    const [postedOn, endedOn] = [dayFrom(this.postedOn), dayFrom(this.endedOn)]
    return { id, way, state, isOpen, fault, tracking, madeAt, postedOn, endedOn }
  }

  get isOpen() {
    return OPEN_LETTER.includes(this.state)
  }

  /**
   * Goes on with it, if it still stands where the page showed it.
   *
   * @throws Refusal when somebody was faster
   */
  async go(from: LetterState, changes: Gone, officer: { id: number }, trx: Trx) {
    const by = { changed_by: officer.id, changed_at: stamp(DateTime.utc()) }
    const own = trx.from('posted_letters').where({ id: this.id, state: from })
    const count = await own.update({ ...changes, ...by })
    if (Number(count) !== 1) throw new Refusal({ field: 'letter', rule: 'changed' })
  }
}

function dayFrom(day: string | null) {
  return day && DateTime.fromISO(day, { zone: 'utc' })
}

interface Gone {
  state: LetterState
  posted_on?: string
  tracking?: string | null
  ended_on?: string
  fault?: LetterFault
}
