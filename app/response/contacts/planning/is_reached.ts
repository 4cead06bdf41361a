import { toldOf, WaysAsked, type Petition } from '#intake'

/** Whether a message of this petition leaves the house: nobody is said to be told who is not. */
export async function isReached(petition: Petition) {
  if (petition.kind === 'tipOff') return false
  const told = await toldOf(petition)
  const ways = await new WaysAsked(petition.authorityId, told).answered()
  return ways.size > 0
}
