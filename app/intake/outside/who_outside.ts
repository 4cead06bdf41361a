import { Petitioner } from '../models/petitioner.ts'
import { Representative } from '../models/representative.ts'

/** Who brought a petition, as far as whoever must answer them needs to know. */
export async function whoOutside({ id, signatures }: { id: number; signatures: number }) {
  const petitioner = await Petitioner.findByOrFail('petitionId', id)
  const speaker = await Representative.findBy('petitionId', id)
  const { name, prettyPhone: phone, email, address } = petitioner
  return {
    ...{ name, phone, email, address, signatures },
    speaker: speaker && {
      ...{ relation: speaker.relation, name: speaker.name, phone: speaker.prettyPhone },
    },
  }
}
