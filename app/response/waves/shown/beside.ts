import type { Petition } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { Wave } from '../../models/wave.ts'
import { WaveMember } from '../../models/wave_member.ts'
import { mayBeInWave } from '../eligible.ts'

/** The wave of a petition, for its card; null: it is of none, or answered alone by now. */
export async function waveBeside(petition: Petition, officer: Officer, catalogue: Catalogue) {
  const isHere = officer.atUnit !== null && petition.isWithAuthorityOf(officer)
  if (!isHere || !mayBeInWave(petition, catalogue)) return null
  const member = await WaveMember.findBy('petitionId', petition.id)
  const wave = member && (await Wave.find(member.waveId))
  if (!wave?.many || wave.learntAt === 0) return null
  return { id: wave.id, copies: wave.copies, isApart: member!.isApart }
}
