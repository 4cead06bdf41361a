import { DateTime } from 'luxon'
import { askAfter, Step, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import type { Typed } from '#shared/typed/typed'
import { AnswerReplacement } from '../models/answer_replacement.ts'
import { mayApprove, OwnDraft } from '../own_draft.ts'
import { Stock } from '../stock.ts'

/**
 * The head gives it in the place of the first answer, and the petitioner is told; or does not.
 *
 * @throws Refusal without a reason; OwnDraft; NotAllowed, also where another answer counts by now;
 *   PetitionChanged
 */
export async function decideReplacement(petition: Petition, officer: Officer, typed: Typed) {
  const refuses = typed.text('intent') === 'refuse'
  const refusal = typed.read((form) =>
    refuses ? form.multiline('refusal', { required: true }) : null
  )
  const { authority } = await Catalogue.of(petition.authorityId)
  return petition.change(async (current, trx) => {
    await demand(current, 'decideReplacement', officer)
    const one = await AnswerReplacement.of(current, trx).where('state', 'waiting').first()
    const counts = await Step.thatConcluded(current, trx)
    if (!one || (!refuses && counts?.id !== one.replacedId)) throw new NotAllowed()
    if (!mayApprove({ submittedBy: one.writtenBy }, officer, authority)) throw new OwnDraft(officer)
    const decided = { decidedBy: officer.id, decidedAt: DateTime.utc(), refusal }
    one.merge({ ...decided, state: refuses ? 'refused' : 'given' })
    const save = () => one.useTransaction(trx).save()
    if (refuses) {
      return current.take({
        kind: 'replacementSentBack',
        officer,
        note: refusal,
        alongside: save,
        trx,
      })
    }
    const { outcome } = one
    const publicText = new Stock(current.locale).citizenText(one)
    const given = { kind: 'answerReplaced', outcome, publicText, changes: { outcome } } as const
    // Another answer is asked about anew.
    const alongside = async (step: Step) => void (await save(), await askAfter(current, step, trx))
    return current.take({ ...given, officer, alongside, trx })
  })
}
