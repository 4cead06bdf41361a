import { Charge } from '../charge.ts'
import type { PetitionRecord, Taking } from '../models/petition_record.ts'
import { ledBy } from './led_by.ts'

/** A step that ends a petition ends all that it leads, each by a step of its own. */
export async function takeWithLed(petition: PetitionRecord, ending: Taking) {
  const step = await petition.take(ending)
  const petitions = petition.constructor as typeof PetitionRecord
  const all = await ledBy(petition, petitions, ending.trx)
  if (all.length === 0) return step
  // Whoever answered the one answered all, whatever unit had the others.
  const { unit } = await Charge.of(petition)
  for (const led of all) await led.take({ unit, ...ending })
  return step
}
