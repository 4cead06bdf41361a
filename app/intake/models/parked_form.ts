import { column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'
import { ParkedFormSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'

/** So long a form waits. */
const LASTS = { hours: 24 }
/** Whoever took one and has not gone on for so long has gone away. */
const LEFT = { minutes: 30 }
export const MOST_SHOWN = 30

/** Bekletilen form: a half-written petition of the desk, for whoever of the bureau goes on with it. */
export class ParkedForm extends ParkedFormSchema {
  @column(sealedColumn)
  declare words: string

  /** What is there for this officer: not what another one is at, nor another's complaint about the bureau. */
  static waitingFor({ id, authorityId }: Officer) {
    const now = DateTime.utc()
    return this.query()
      .where({ authorityId })
      .where('expires_at', '>', stamp(now))
      .where((one) => one.where('is_own', false).orWhere('officer_id', id))
      .where((one) =>
        one
          .whereNull('taken_by')
          .orWhere('taken_by', id)
          .orWhere('taken_at', '<', stamp(now.minus(LEFT)))
      )
  }

  /** Parks the form with this token; the same one again is what it says now. */
  static async park(officer: Officer, tokenDigest: string, words: string, isOwn: boolean) {
    const now = DateTime.utc()
    const { id: officerId, authorityId } = officer
    const row = { authorityId, officerId, words, isOwn, takenBy: null, takenAt: null }
    const until = { parkedAt: now, expiresAt: now.plus(LASTS) }
    return this.updateOrCreate({ tokenDigest }, { ...row, ...until })
  }

  /** Takes it for this officer; false when somebody else was faster, or it is gone. */
  static async take(id: number, officer: Officer) {
    const taken = { taken_by: officer.id, taken_at: stamp(DateTime.utc()) }
    const rows = await this.waitingFor(officer).where('id', id).update(taken)
    return Number(rows[0] ?? rows) === 1
  }

  /** The one that this officer has taken. */
  static takenFor(id: number, officer: Officer) {
    return this.waitingFor(officer).where({ id, takenBy: officer.id }).first()
  }
}
