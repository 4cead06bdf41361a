/**
 * What Turkish puts behind a noun, in the letters of folded text, from the end of the word inwards:
 * sokak-lar-ımız-da-ki. Each layer may be there or not.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['ki'],
  // cases
  `de da te ta den dan ten tan nde nda nden ndan e a i u ye ya yi yu in un nin nun ne na ni nu le la
   yle yla ce ca`.split(/\s+/),
  // whose it is; suyum beside evim
  `m n im um in un imiz umuz miz muz iniz unuz niz nuz i u si su leri lari yum yun yumuz yunuz`.split(
    /\s+/
  ),
  ['ler', 'lar'],
]
const VOWEL = /[aeiou]/
/** Shorter than this nothing is a word. */
const SHORTEST = 2

/** What may be the stem of a folded word: what is left without one ending, without two … */
export function stemsOf(word: string): string[] {
  let stems = new Set([word])
  for (const layer of LAYERS) {
    stems = new Set([...stems, ...[...stems].flatMap((stem) => without(stem, layer))])
  }
  stems.delete(word)
  return [...stems]
}

function without(word: string, endings: readonly string[]) {
  return endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => ({ ending, stem: word.slice(0, -ending.length) }))
    .filter(({ stem }) => stem.length >= SHORTEST && VOWEL.test(stem))
    .filter(({ ending, stem }) => meets(stem, ending))
    .map(({ stem }) => stem)
}

/** Two vowels never meet: what begins with one follows a consonant, what begins with a buffer a vowel. */
function meets(stem: string, ending: string) {
  const isAfterVowel = VOWEL.test(stem.at(-1)!)
  if (VOWEL.test(ending[0]!)) return !isAfterVowel
  return /^[ymns]/.test(ending) ? isAfterVowel : true
}
