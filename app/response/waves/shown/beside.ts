import { Objection, type Petition } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { Wave } from '../../models/wave.ts'
import { WaveMember } from '../../models/wave_member.ts'
import { mayBeInWave } from '../eligible.ts'

/**
 * The wave of a petition, for its card; null: it is of none, or answered alone by now, as what somebody
 * objected to.
 */
export async function waveBeside(petition: Petition, officer: Officer, catalogue: Catalogue) {
  const isHere = officer.atUnit !== null && petition.isWithAuthorityOf(officer)
  if (!isHere || !mayBeInWave(petition, catalogue)) return null
  const member = await WaveMember.findBy('petitionId', petition.id)
  if (!member) return null
  const [wave, objection] = await Promise.all([Wave.find(member.waveId), Objection.of(petition)])
  if (!wave?.many || wave.learntAt === 0 || objection) return null
  return { id: wave.id, copies: wave.copies, isApart: member.isApart }
}
