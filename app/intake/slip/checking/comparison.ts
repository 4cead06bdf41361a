import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { TypedSlip } from './check_page.ts'
import type { Content } from '../content.ts'
import { comparedLetter } from './compared_letter.ts'
import { vouchesFor } from './proof.ts'

/**
 * What can be said of a slip beside its petition: that it is the same, or, of one from before there was a
 * salt, nothing of its words; of an answer's letter, whether it is the answer that counts.
 *
 * @throws Refusal where the slip is not good, is another petition's, or speaks of other words
 */
export async function comparedWith(petition: Content & { id: number }, typed: Typed) {
  const { slip } = typed.read((form) => ({ slip: form.as('slip', TypedSlip, { required: true }) }))
  const { code } = slip
  if (code.number !== petition.number) {
    throw new Refusal({ field: 'slip', rule: 'otherPetition', values: { number: code.number } })
  }
  if (code.isLetter) return comparedLetter(code, petition)
  const isSame = vouchesFor(code, petition)
  if (isSame === null) return 'unknown'
  if (!isSame) throw new Refusal({ field: 'slip', rule: 'otherWords' })
  return 'same'
}
