import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { demandComplete, demandKeepable, type Draft } from '../../draft.ts'
import { asKept } from '../../kept_draft.ts'
import type { Noted } from '../../models/answer_check.ts'
import type { Wave } from '../../models/wave.ts'
import { WaveAnswer } from '../../models/wave_answer.ts'
import { WaveCheck } from '../../models/wave_check.ts'
import { asExample } from './filled.ts'

/** What a page's form says of the answer that it showed. */
export interface Shown {
  /** its version; 0: none was written */
  version: number
}

interface Writing extends Shown {
  submits: boolean
  /** what the checks found, and why it goes on */
  noted?: readonly Noted[]
}

/**
 * Keeps the words of the one answer, and puts it before the head where that is asked for.
 *
 * @throws Refusal for what is missing, what waits or is given, and what somebody else wrote meanwhile
 */
export function writeAnswer(
  wave: Wave,
  draft: Draft,
  officer: Officer,
  { version, submits, noted = [] }: Writing
) {
  if (submits) demandComplete(asExample(draft))
  else demandKeepable(draft)
  const work = transaction(async (trx) => {
    const newest = await WaveAnswer.newestOf(wave.id, officer.atUnit!, trx)
    // What was given stays; who writes on writes to those who came since.
    const answer = newest && !newest.isApproved ? newest : begun(wave, officer, version)
    if ((newest?.version ?? 0) !== version) throw changed()
    if (newest?.isGiven) throw new Refusal({ field: 'wave', rule: 'giving' })
    if (newest?.waits) throw new Refusal({ field: 'wave', rule: 'waits' })
    // The form offers the remedy before an outcome is chosen.
    answer.say(asKept(draft, { locale: 'tr', kind: 'request' }), officer)
    if (submits) answer.merge({ submittedAt: DateTime.utc(), submittedBy: officer.id })
    await answer.useTransaction(trx).save()
    await WaveCheck.keep(answer, noted, officer, trx)
    return answer
  })
  return work.catch((error: unknown) => {
    throw isDuplicate(error, 'wave_answers') ? changed() : error
  })
}

/** Goes on from the version that was shown: of two who begin at once the second one is told. */
function begun({ id: waveId }: Wave, { atUnit }: Officer, version: number) {
  return new WaveAnswer().fill({ waveId, unitId: atUnit!, version })
}

export function changed() {
  return new Refusal({ field: 'wave', rule: 'changed' })
}
