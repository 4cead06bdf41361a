import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { PetitionNumber } from '../petition_number.ts'

/**
 * The petition with which this one is to be merged: the number that was typed, or one of the list, from
 * which nothing can be taken back once it was chosen.
 *
 * @throws Refusal where there is none that this officer sees; PetitionChanged where this one was changed
 *   since the page was made
 */
export async function chosenOther(typed: Typed, petition: Petition, officer: Officer) {
  if (typed.text('version') !== String(petition.version)) throw new PetitionChanged()
  const said = typed.text('number') || typed.text('other')
  if (!said) throw new Refusal({ field: 'other', rule: 'required' })
  const number = PetitionNumber.parse(said)
  const other = number && (await Petition.findFor(officer, number.digits))
  if (!other) throw new Refusal({ field: 'other', rule: 'unknown' })
  return other
}
