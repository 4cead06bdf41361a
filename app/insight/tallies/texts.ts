import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { shieldOf } from '#intake'
import { transaction } from '#shared/database/transaction'
import { Period } from '#shared/dates/period'
import { stamp, type Stored } from '#shared/dates/stored'
import { mondayOf } from './days.ts'
import { A_PIECE, OPEN_AT_MOST } from './steps.ts'
import { Tallies } from './tallies.ts'

/** As notification has it, whose door is not for figures; one of its tests holds both together. */
export const MISSED = ['undeliverable', 'expired', 'rejected', 'failed']
export const COUNTED = ['delivered', 'unknown', ...MISSED]

/** How far the texts of an authority are counted, in the order of an index. */
export interface TextMark {
  final_at: Stored
  state: string
  message_id: number
}

export interface EndedText {
  id: number
  state: string
  final_at: Stored
  complained_unit_id: number | null
  complained_officer_id: number | null
  complained_authority_id: number | null
  decider: string | null
}

/**
 * Counts the next texts of an authority that ended. What is final never changes, and it is final at
 * the time of whoever wrote it: after a while no earlier one can come.
 *
 * @returns whether there may be more
 */
export function countTexts(authorityId: number, now: DateTime = DateTime.utc()) {
  return transaction(async (trx) => {
    const first = { authority_id: authorityId, ...beginning() }
    const insert = trx.insertQuery().table('text_marks').insert(first)
    await insert.knexQuery.onConflict('authority_id').ignore()
    const mark: TextMark = await marks(authorityId, trx).forUpdate().firstOrFail()
    const settled = now.minus({ milliseconds: OPEN_AT_MOST })
    const texts = await textsAfter(authorityId, mark, A_PIECE, trx, settled)
    const last = texts.at(-1)
    if (!last) return false
    const tallies = new Tallies()
    for (const text of texts) noteText(text, authorityId, tallies)
    await tallies.write(trx)
    const { final_at, state, id } = last
    await marks(authorityId, trx).update({ final_at, state, message_id: id })
    return texts.length === A_PIECE
  })
}

export async function textMarkOf(authorityId: number, trx: TransactionClientContract) {
  const mark: TextMark | null = await marks(authorityId, trx).first()
  return mark ?? beginning()
}

/** Those that ended after the mark, answered by the index (authority, channel, ended at, state). */
export async function textsAfter(
  authorityId: number,
  { final_at: finalAt, state, message_id: id }: TextMark,
  limit: number,
  trx: TransactionClientContract,
  before?: DateTime
): Promise<EndedText[]> {
  const texts = trx
    .from('messages')
    .leftJoin('petitions', 'petitions.id', 'messages.petition_id')
    .where('messages.authority_id', authorityId)
    .where('messages.channel', 'sms')
    .where('messages.final_at', '>=', finalAt)
    .where((rest) =>
      rest
        .where('messages.final_at', '>', finalAt)
        .orWhere('messages.state', '>', state)
        .orWhere((same) => same.where('messages.state', state).where('messages.id', '>', id))
    )
    .orderBy('messages.final_at')
    .orderBy('messages.state')
    .orderBy('messages.id')
    .limit(limit)
    .select('messages.id', 'messages.state', 'messages.final_at', ...ABOUT)
  if (before) texts.where('messages.final_at', '<', stamp(before))
  return texts
}

/** What was not sent on purpose is not counted. */
export function noteText(text: EndedText, authorityId: number, tallies: Tallies) {
  if (!COUNTED.includes(text.state)) return
  const cell = { authorityId, week: mondayOf(text.final_at), sort: 'texts', unitId: 0 } as const
  tallies.add({ ...cell, group: groupOfText(text), what: text.state }, 1)
}

const ABOUT = [
  ...['complained_unit_id', 'complained_officer_id', 'complained_authority_id', 'decider'],
].map((column) => `petitions.${column}`)

/** Of whom its petition complains: a unit, and who besides. */
function groupOfText(text: EndedText) {
  const shield = shieldOf({
    complainedOfficerId: text.complained_officer_id,
    complainedAuthorityId: text.complained_authority_id,
    decider: text.decider ?? 'unit',
  })
  return [text.complained_unit_id ?? '', ...(shield ? [shield] : [])].join('.')
}

/** Only what is shown is counted: two weeks. */
function beginning(): TextMark {
  return { final_at: stamp(Period.thisWeek().previous.from), state: '', message_id: 0 }
}

function marks(authorityId: number, trx: TransactionClientContract) {
  return trx.from('text_marks').where('authority_id', authorityId)
}
