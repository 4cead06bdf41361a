import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { SilenceSchema } from '#database/schema'
import type { Petition } from '#intake'
import { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Remembered } from '#shared/remembered'
import { stamp } from '#shared/dates/stored'
import { tellByHand } from '../follow_up/by_hand.ts'
import { ended, UNDER_WAY, WAITING } from '../message_states.ts'
import { ALARMS, ENDS } from '../message_events.ts'
import { recipientIndex } from '../channel.ts'

export const SILENCE_REASONS = ['wrongNumber', 'declined'] as const
export type SilenceReason = (typeof SILENCE_REASONS)[number]

/** What a message that was not sent says of it. */
export const FAULT_OF = {
  wrongNumber: 'wrong_number',
  declined: 'declined',
} as const satisfies Record<SilenceReason, string>

/**
 * Whoever asked for a one-time code waits for it, also where other texts are not wanted; an officer is
 * no petitioner, whoever said what of that number.
 */
export function stops(reason: SilenceReason, event: string) {
  if (ALARMS.some((one) => one === event)) return false
  return reason === 'wrongNumber' || event !== ONE_TIME_CODE
}

const ONE_TIME_CODE = 'code'

/** No telephone to be silenced, or no reason why. */
export class NothingToSilence extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'nothingToSilence' })
  }
}

type Trx = TransactionClientContract

/**
 * Susturma: an officer was told that a telephone is somebody else's, or that its holder wants no
 * texts. It holds for all petitions with that number, until an officer lifts it.
 */
export class Silence extends SilenceSchema {
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  declare reason: SilenceReason

  /** Of all authorities: few among many telephones, and a submission asks no database. */
  static #holding = new Remembered(async () => {
    const rows = await this.query().where('channel', 'sms').whereNull('lifted_at')
    return new Set(rows.map(({ authorityId, recipientIndex: to }) => `${authorityId} ${to}`))
  }, 60)

  /** Whether this telephone (`+905…`) gets no texts, from memory: another process may know it first. */
  static async holdsFor(authorityId: number, phone: string) {
    const holding = await this.#holding.get()
    return holding.has(`${authorityId} ${recipientIndex('sms', phone)}`)
  }

  static forget() {
    this.#holding.forget()
  }

  /** Those that hold for this telephone (`+905…`) now. */
  static of({ authorityId }: { authorityId: number }, phone: string, trx?: Trx) {
    return this.query({ client: trx })
      .where({ authority_id: authorityId, channel: 'sms' })
      .where('recipient_index', recipientIndex('sms', phone))
      .whereNull('lifted_at')
  }

  /**
   * From now on nothing goes to this telephone: what waits ends here, what comes later when its turn
   * comes (dispatch/suppression.ts). Nobody has to be called under somebody else's number; whom it should have told
   * of the end is told by hand.
   */
  static async record(
    petition: Petition,
    phone: string,
    reason: SilenceReason,
    officer: Officer,
    trx: Trx
  ) {
    if (await this.of(petition, phone, trx).where('reason', reason).first()) return
    const now = DateTime.utc()
    const { authorityId } = petition
    const index = recipientIndex('sms', phone)
    await this.create(
      {
        authorityId,
        channel: 'sms',
        recipientIndex: index,
        reason,
        petitionId: petition.id,
        officerId: officer.id,
        since: now,
      },
      { client: trx }
    )
    const open = await this.openMessages(authorityId, index, trx)
    const toIt = () => trx.from('messages').whereIn('id', open)
    const end = { ...ended('suppressed', stamp(now)), fault: FAULT_OF[reason] }
    const waiting = toIt()
      .whereIn('state', [...WAITING])
      .whereNotIn('event', [...ALARMS])
    if (!stops(reason, ONE_TIME_CODE)) waiting.whereNot('event', ONE_TIME_CODE)
    await waiting.update(end)
    if (reason === 'wrongNumber') {
      await toIt().whereNotNull('missed_at').update({ missed_at: null })
      await tellByHand(await this.endedPetitions(authorityId, index, trx), trx)
    }
    trx.after('commit', () => this.forget())
  }

  /**
   * What is under way to this telephone or has missed it. Looked up by the telephone alone: given the
   * authority too, SQLite may well read all of its messages.
   */
  private static async openMessages(authorityId: number, index: string, trx: Trx) {
    const rows: { id: number; authority_id: number }[] = await trx
      .from('messages')
      .where('recipient_index', index)
      .where((some) => some.whereIn('state', [...UNDER_WAY]).orWhereNotNull('missed_at'))
      .select('id', 'authority_id')
    return rows.filter((row) => row.authority_id === authorityId).map(({ id }) => id)
  }

  /** Those whose end this telephone was to hear of, or has heard: the wrong person. */
  private static async endedPetitions(authorityId: number, index: string, trx: Trx) {
    const rows: { petition_id: number; authority_id: number }[] = await trx
      .from('messages')
      .where('recipient_index', index)
      .whereIn('event', [...ENDS])
      .select('petition_id', 'authority_id')
    const own = rows.filter((row) => row.authority_id === authorityId)
    return [...new Set(own.map((row) => row.petition_id))]
  }

  /** Texts go to this telephone again; what ended meanwhile stays ended. */
  static async lift(petition: Petition, phone: string, officer: Officer) {
    await this.of(petition, phone).update({
      lifted_by: officer.id,
      lifted_at: stamp(DateTime.utc()),
    })
    this.forget()
  }
}
