import { oneLine } from '#shared/typed/typed_text'
import { wrongWith, type Sent, type Wrong } from './wrong_with.ts'
import { plainText } from './plain.ts'

/** More than a page of them nobody confirms one by one. */
const MOST = 8
/** Fewer words are a greeting or a farewell, which are the officer's. */
const FEWEST_WORDS = 4

interface Proposed {
  paragraphs: string[]
  /** why others are not shown, each once */
  dropped: Wrong[]
}

/** The paragraphs of what a model wrote that an officer may be shown. @param isCut it was not finished */
export function readProposal(
  { text, isCut }: { text: string; isCut: boolean },
  sent: Sent
): Proposed {
  const lines = plainText(text)
    .split('\n')
    .map((line) => line.trim())
  const all = lines
    .join('\n')
    .split(/\n{2,}/)
    .map(oneLine)
    .filter((one) => wordsIn(one) >= FEWEST_WORDS)
  const whole = isCut ? all.slice(0, -1) : all
  const judged = whole.slice(0, MOST).map((one) => ({ one, wrong: wrongWith(one, sent) }))
  return {
    paragraphs: judged.filter(({ wrong }) => !wrong).map(({ one }) => one),
    dropped: [...new Set(judged.flatMap(({ wrong }) => wrong ?? []))],
  }
}

function wordsIn(text: string) {
  return text.match(/[\p{L}\p{N}]{1,80}/gu)?.length ?? 0
}
