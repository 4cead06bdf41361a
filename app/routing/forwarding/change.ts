import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { NotAllowed } from '../allowed.ts'
import { Forwarding } from '../models/forwarding.ts'
import { doneOf } from './done.ts'
import { waitsFor } from './waits.ts'

/** A forwarding, whose it is, and who goes on with it. */
export interface Followed {
  petition: Petition
  forwarding: Forwarding
  officer: Officer
}

/** Somebody else went on with it since the page was made. */
export class ForwardingChanged extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'forwarding' })
  }
}

/**
 * Goes on with a forwarding, in one transaction with the step that says so; afterwards it waits for what
 * is left to be done.
 *
 * @param version at which the form's page was made
 * @throws ForwardingChanged, NotAllowed, PetitionChanged
 */
export async function change(
  { petition, forwarding, officer }: Followed,
  version: string,
  act: (current: Petition, body: Unit, trx: Trx) => Promise<unknown>
) {
  if (version !== String(petition.version)) throw new ForwardingChanged()
  const body = (await Catalogue.of(petition.authorityId)).unit(forwarding.unitId)
  await petition.change(async (current, trx) => {
    await current.knowOwner(officer)
    if (!current.mayDo('forward', officer)) throw new NotAllowed()
    await act(current, body, trx)
    const fresh = await Forwarding.findOrFail(forwarding.id, { client: trx })
    await fresh.keep({ waits_for: waitsFor(await doneOf(fresh, trx)) }, trx)
  })
}
