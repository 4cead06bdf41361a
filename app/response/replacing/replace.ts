import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Step, type Outcome, type Petition } from '#intake'
import { demand, NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Pressed } from '../card/pressed.ts'
import { checkedReplacing } from '../checks/passed.ts'
import { demandGround } from '../clarifying/demand_ground.ts'
import { demandComplete } from '../draft.ts'
import { asKept } from '../kept_draft.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'
import { ReplacementCheck } from '../models/replacement_check.ts'

/** Letters: what was wrong, for the head. */
const LONGEST = 1000

/**
 * A unit writes what is to take the place of its answer, and puts it before the head. The first answer
 * counts until then.
 *
 * @throws Refusal for what is missing, or while one waits; ChecksOpen; NotAllowed; PetitionChanged
 */
export async function replaceAnswer(form: Pressed) {
  const { petition, officer } = form
  const draft = form.draft()
  const { because } = form.own.read((own) => ({
    because: own.multiline('because', { required: true, max: LONGEST }),
  }))
  demandComplete(draft)
  await demandGround(draft, petition)
  const noted = await checkedReplacing(draft, form)
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'replaceAnswer', officer)
    const replaced = await stillGiven(current, trx)
    await demandGround(draft, current, trx)
    const kept = asKept(draft, current)
    const words = { ...kept, outcome: kept.outcome as Outcome, remedy: kept.remedy || null }
    const of = { petitionId: current.id, unitId: unit.id, replacedId: replaced.id }
    const by = { writtenBy: officer.id, writtenAt: DateTime.utc() }
    const row = { ...of, ...words, ...by, because, state: 'waiting' } as const
    const alongside = async () => {
      const one = await AnswerReplacement.create(row, { client: trx })
      await ReplacementCheck.keep(one, noted, officer, trx)
    }
    const kind = 'replacementSubmitted'
    return current.take({ kind, officer, note: because, alongside, trx })
  })
}

/** The answer that counts: of this house, and nobody mends it already. */
async function stillGiven(petition: Petition, trx: TransactionClientContract) {
  if (petition.outcome === 'forwarded') throw new NotAllowed()
  const waiting = await AnswerReplacement.of(petition, trx).where('state', 'waiting').first()
  if (waiting) throw new Refusal({ field: 'again', rule: 'replacementWaits' })
  const step = await Step.thatConcluded(petition, trx)
  if (!step) throw new NotAllowed()
  return step
}
