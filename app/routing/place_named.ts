import { folded } from '#shared/folded_text'

/** Shorter names are words of other things as well. */
const SHORTEST = 4

/**
 * The one place of the list that a text names; null when it names none or several. What is called a
 * quarter or a village there goes before what only sounds like one.
 */
export function placeNamed(text: string, places: readonly string[]) {
  const words = ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const named = places.filter((place) => {
    const name = bare(place)
    return name.length >= SHORTEST && words.includes(` ${name}`)
  })
  const called = named.filter((place) => /^ (mah|mh|koy)/.test(words.split(` ${bare(place)}`)[1]!))
  const [found, ...others] = called.length > 0 ? called : named
  return found && others.length === 0 ? found : null
}

function bare(place: string) {
  return folded(place).replace(/ (mahallesi|koyu)$/, '')
}
