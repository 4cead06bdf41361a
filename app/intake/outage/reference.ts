import { folded } from '#shared/folded_text'
import { withoutSeparators } from '#shared/typed/digits'

/** The reference of a provisional slip, however it was typed; null when it can be none. */
export function referenceIn(text: string) {
  const plain = folded(withoutSeparators(text)).toUpperCase()
  return /^[A-Z\d]{8}$/.test(plain) ? plain : null
}
