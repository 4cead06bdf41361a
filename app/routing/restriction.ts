import { askWhoDecides, partAll, type Action, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { demand, NotAllowed } from './allowed.ts'

/**
 * Kısıtlama: from now on only those in charge of the petition, and the bureau's chief, open it. The
 * step keeps who wanted it and why.
 *
 * @throws Refusal without a reason; NotAllowed; PetitionChanged
 */
export function restrict(petition: Petition, officer: Officer, why: string) {
  return change(petition, 'restrict', officer, why)
}

/** It is an ordinary petition again. @throws as above */
export function liftRestriction(petition: Petition, officer: Officer, why: string) {
  return change(petition, 'liftRestriction', officer, why)
}

/** Whether it makes sense: a complaint about the bureau has a narrower circle already. */
export function isRestrictable(petition: Petition) {
  return !petition.isRestricted && !petition.isAboutBureau
}

function change(
  petition: Petition,
  action: Extract<Action, 'restrict' | 'liftRestriction'>,
  officer: Officer,
  why: string
) {
  new Typed({ why }).read((form) => form.multiline('why', { required: true }))
  return petition.change(async (current, trx) => {
    await demand(current, action, officer)
    const possible = action === 'restrict' ? isRestrictable(current) : current.isRestricted
    if (!possible) throw new NotAllowed()
    if (action === 'restrict') await partAll(current, trx)
    await current[action]({ officer, note: why }, trx)
    await askWhoDecides(current, trx)
  })
}
