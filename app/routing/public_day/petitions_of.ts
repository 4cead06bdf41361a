import { Charge, Petition, readableBy } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import type { PublicDay } from '../models/public_day.ts'

/**
 * What of a day became petitions that this officer sees: a complaint about the bureau is not among
 * them, and a paper that goes round names nobody who told of others or may not be found.
 */
export async function petitionsOf(
  { appointments }: PublicDay,
  officer: Officer,
  catalogue: Catalogue
) {
  const ids = appointments.flatMap(({ petitionId }) => petitionId ?? [])
  const seen =
    ids.length === 0 ? [] : await readableBy(Petition.query(), officer).whereIn('petitions.id', ids)
  const byId = new Map(seen.map((petition) => [petition.id, petition]))
  return appointments.map((appointment) => {
    const petition = byId.get(appointment.petitionId ?? 0)
    const isNamed =
      !appointment.isHeard || (petition && petition.kind !== 'tipOff' && !petition.isRestricted)
    return {
      appointment,
      number: petition?.number ?? null,
      unit:
        petition?.authorityId === catalogue.authority.id
          ? new Charge(petition, catalogue).unit.name
          : null,
      /** as a paper may say it */
      named: isNamed ? appointment.name : null,
    }
  })
}
