import { PetitionNumber, type Petition } from '#intake'
import { longDate, today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { Draft } from '../../draft.ts'
import { filledIn } from '../../ready_texts/placeholders.ts'

/** All that a text to many may name, each of the petition that it goes to: never who brought it. */
const EXAMPLE = { numara: '26 0000 0000', gun: '1 Ocak 2026', bugun: '1 Ocak 2026' }

/**
 * The words as one of many would read them, with made values.
 *
 * @throws Refusal where they name what differs otherwise, such as a name
 */
export function asExample(draft: Draft): Draft {
  const all = [draft.text, draft.reason, draft.remedy].join('\n')
  const place = /\{(sayin|konu|birim|makam|mahalle)\}/.exec(all)?.[0]
  if (place) throw new Refusal({ field: 'text', rule: 'wavePlace', values: { place } })
  return filledWith(EXAMPLE, draft)
}

/** The words for one petition, out of its own number and days alone. */
export function filledFor({ number, receivedAt }: Petition, draft: Draft): Draft {
  const known = {
    numara: PetitionNumber.parse(number)!.shown,
    gun: longDate(receivedAt),
    bugun: longDate(today()),
  }
  return filledWith(known, draft)
}

function filledWith(known: typeof EXAMPLE, draft: Draft): Draft {
  const fill = (words: string | null) => words && filledIn(words, known)
  const { text, reason, remedy } = draft
  return { ...draft, text: filledIn(text, known), reason: fill(reason), remedy: fill(remedy) }
}
