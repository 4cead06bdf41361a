import { column } from '@adonisjs/lucid/orm'
import { SampleCallSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import { SOLVED } from './survey.ts'

/** What came of a call: whether it was solved, or nobody was reached. */
export const CALLED = [...SOLVED, 'unreached'] as const
type Called = (typeof CALLED)[number]

/**
 * Örneklem araması: a concluded petition that the lot has drawn, whose petitioner the bureau calls to
 * hear whether the answer helped, so that the figure is not only of those who say it by themselves.
 */
export class SampleCall extends SampleCallSchema {
  declare result: Called | null

  /** A citizen's words, as whoever called wrote them down. */
  @column(sealedColumn)
  declare words: string | null

  /** What an authority still has to call, the oldest first. */
  static open(authorityId: number, after = 0) {
    const open = this.query().where('authority_id', authorityId).whereNull('called_at')
    return open.where('id', '>', after).orderBy('id')
  }
}
