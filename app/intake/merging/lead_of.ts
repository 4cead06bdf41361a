import { Petition } from '../models/petition.ts'

/** The petition that is answered for this one as well; null: it is answered by itself. */
export async function leadOf({ leadId, stage }: Petition) {
  if (!leadId || stage !== 'merged') return null
  return Petition.findOrFail(leadId)
}
