import type { Core } from './core.ts'
import { wordsIn, type Word } from './words.ts'

/** Why a member is read by a person: what it says of its own stands near a question, or is much. */
type Why = 'asks' | 'number' | 'says'

/** From so many on, words together that the wave does not have are something of its own. */
const OF_ITS_OWN = 2
/** What a covered word in between takes away. */
const BETWEEN = 0.5
/** So many words behind a question belong to it. */
const HEARD = 4
/** Behind these stands a name. */
const NAMED = new Set(['adim', 'ismim', 'soyad'])
const NAME = 2
/** As what somebody does or suffers ends, and some surnames: of those a person reads the whole. */
const VERB = /[miz]$/

/** Words of a question. */
const ASKS = new Set(
  'neden nicin niye nasil nerede nereye nerde nereden kac kime hangi mi mu midir mudur ne'.split(
    ' '
  )
)

/**
 * Whether a text asks for something that its wave does not: words, close together, that the wave lacks.
 * Full stops are not leant on, for every third writer leaves them out.
 *
 * @returns why a person reads it; null: it is a copy
 */
export function apartIn(text: string, core: Core): Why | null {
  let [score, asked] = [0, 0]
  for (const word of withoutName(wordsIn(text), core)) {
    const isCovered = core.covers(word)
    if (isQuestion(word)) asked = isCovered ? 0 : HEARD
    else if (isCovered) score = Math.max(0, score - BETWEEN)
    else if (/^\d{3,}$/.test(word.said)) return 'number'
    else score += 1
    if (score >= OF_ITS_OWN) return 'says'
    if (asked > 0 && score >= 1) return 'asks'
    asked -= 1
  }
  return null
}

function isQuestion({ said }: Word) {
  return said === '?' || ASKS.has(said)
}

/** Who writes is no need: a name behind “adım”, or behind “ben” where two words alone stand there. */
function withoutName(words: Word[], core: Core) {
  const at = words.findIndex(({ stem }) => NAMED.has(stem))
  if (at >= 0) return words.toSpliced(at + 1, NAME)
  const me = words.findIndex(({ said }) => said === 'ben')
  const [first, last, next] = words.slice(me + 1, me + 2 + NAME)
  if (me < 0 || !first || !last || [first, last].some((word) => core.covers(word))) return words
  const isName = !VERB.test(last.said) && (!next || core.covers(next))
  return isName ? words.toSpliced(me + 1, NAME) : words
}
