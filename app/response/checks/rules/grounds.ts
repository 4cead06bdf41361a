import { folded } from '#shared/folded_text'
import { isNegative, type Draft } from '../../draft.ts'
import { finding } from '../finding.ts'
import { sentencesOf } from '../words/sentences.ts'
import { tokensOf } from '../words/tokens.ts'

/** Fewer words are no reason ("Uygun değil"). */
const FEWEST = 4
const WAY = /mahkeme|itiraz|dava|denet|kurul|ust makam|yeniden (?:basvur|degerlendir)/
const REFUSES =
  /reddedil|red(?:dine|di) |uygun (?:gorulme|bulunma)|kabul edilme|yerine getirileme|karsilanama|talebiniz(?:in)? (?:olumsuz|uygun degil)/

/**
 * A negative answer says why, and where one can go with it (Constitution art. 40/2); that both are
 * there is demanded anyway (draft.ts). Looked at is whether they say anything, and whether what calls
 * itself positive refuses.
 */
export function missingGrounds({ outcome, text, reason, remedy }: Draft) {
  const places = isNegative(outcome)
    ? [
        ...(tokensOf(reason ?? '').length < FEWEST ? [{ words: reason ?? '' }] : []),
        ...(WAY.test(folded(remedy ?? '')) ? [] : [{ words: remedy ?? '' }]),
      ]
    : reason
      ? []
      : sentencesOf(text)
          .filter((sentence) => REFUSES.test(folded(sentence)))
          .map((words) => ({ words }))
  return finding('grounds', places)
}
