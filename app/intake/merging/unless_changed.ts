import { Refusal } from '#shared/typed/problems'
import { PetitionChanged } from '../models/petition_record.ts'

/** @throws Refusal where somebody else did something with either of them meanwhile */
export async function unlessChanged<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    throw error instanceof PetitionChanged
      ? new Refusal({ field: 'version', rule: 'changed' })
      : error
  }
}
