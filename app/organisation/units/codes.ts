import { folded } from '#shared/folded_text'

/** Letters and digits of a name, as its code is made of them. */
const SIGNS = /[^a-z\d]+/g

/**
 * A code that nobody has yet, made of a name: units and subjects keep theirs whatever they are called
 * later, in addresses and in files.
 *
 * @param longest characters that its column holds
 */
export function codeFor(name: string, taken: ReadonlySet<string>, longest: number, parted = '') {
  const plain = folded(name).replace(SIGNS, parted)
  const begun = plain.slice(0, longest - ROOM) || 'x'
  for (let count = 1; ; count++) {
    const code = count === 1 ? begun : `${begun}${parted}${count}`
    if (!taken.has(code) && !taken.has(code.toUpperCase())) return code
  }
}

/** For a number behind it. */
const ROOM = 5
