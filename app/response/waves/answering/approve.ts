import { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { insertMissing } from '#shared/database/insert_missing'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { mayApprove, OwnDraft } from '../../own_draft.ts'
import { toAnswer } from './members.ts'
import { changed, type Shown } from './write.ts'

/** What the page showed: the words, and up to which member. */
interface Approving extends Shown {
  until: number
}

/**
 * The head's one approval: from now on each copy that the page spoke of is answered by itself, behind
 * the commit. Who came since the page was made is not among them.
 *
 * @returns of how many
 * @throws OwnDraft; Refusal where none waits, nothing is left to answer, or the words changed meanwhile
 */
export async function approveWave(wave: Wave, officer: Officer, { version, until }: Approving) {
  const { authority } = await Catalogue.of(officer.authorityId)
  return transaction(async (trx) => {
    const answer = await WaveAnswer.newestOf(wave.id, officer.atUnit!, trx)
    if (!answer?.waits || answer.version !== version) throw changed()
    if (!mayApprove(answer, officer, authority)) throw new OwnDraft(officer)
    const ids = await toAnswer(wave, officer, until, trx)
    if (ids.length === 0) throw new Refusal({ field: 'wave', rule: 'none' })
    const by = { approved_by: officer.id, acted_for: officer.actsFor?.id ?? null }
    // Two heads press at once: one of them approves.
    const won = await trx
      .from('wave_answers')
      .where({ id: answer.id, version })
      .whereNull('approved_at')
      .update({ ...by, given_to: ids.length, approved_at: stamp(DateTime.utc()) })
    if (Number(won) !== 1) throw changed()
    const rows = ids.map((id) => [answer.id, id, 'waits'])
    await insertMissing('wave_works', ['wave_answer_id', 'petition_id', 'state'], rows, trx)
    return ids.length
  })
}

/** The head wants it otherwise: it is a draft again. @throws Refusal */
export function sendBackWave(wave: Wave, officer: Officer, { version }: Shown) {
  return transaction(async (trx) => {
    const answer = await WaveAnswer.newestOf(wave.id, officer.atUnit!, trx)
    if (!answer?.waits || answer.version !== version) throw changed()
    const back = { submittedAt: null, submittedBy: null, version: version + 1 }
    await answer.merge(back).useTransaction(trx).save()
  })
}
