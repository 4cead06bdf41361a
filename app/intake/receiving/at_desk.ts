import { Petition } from '../models/petition.ts'
import type { PetitionDetails, ReceiveOptions } from './details.ts'
import { SameAgain } from './sent_twice.ts'

/**
 * Takes in what an officer wrote down. An officer is not asked about a petition that they may not see,
 * a complaint about the bureau perhaps: not even that it is there may show. Whoever wrote it down
 * themselves knows of it.
 *
 * @throws FormAlreadyUsed, SameAgain
 */
export async function receiveWritten(details: PetitionDetails, options: ReceiveOptions) {
  try {
    return await Petition.receive(details, options)
  } catch (error) {
    const { officer } = options
    if (!(error instanceof SameAgain) || !officer) throw error
    const { number, receivedBy } = error.petition
    if (receivedBy === officer.id || (await Petition.findFor(officer, number))) throw error
    return Petition.receive(details, { ...options, isAnother: true })
  }
}
