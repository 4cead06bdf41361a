import type { Typed } from '#shared/typed/typed'
import type { Draft } from '../draft.ts'
import type { Text } from './texts.ts'
import { wordDiff } from './word_diff.ts'

type T = (key: string) => string

/** The fields of an answer as people read them, by the sentence that names each. */
function shown({ outcome, ground, text, reason, remedy }: Draft, t: T) {
  return {
    'response.draft.outcome': outcome ? t(`intake.outcome.${outcome}`) : '',
    'response.draft.text': text,
    'response.draft.ground': ground ? t(`response.ground.${ground}`) : '',
    'response.draft.reason': reason ?? '',
    'response.draft.remedy': remedy ?? '',
  }
}

/**
 * Two of the wordings that an address asks for, the earlier and the later one: else the newest and what
 * stood before it. `fields` are those in which either says something, word by word.
 */
export function compared(texts: readonly Text[], asked: Typed, t: T) {
  const find = (name: string) => texts.find(({ key }) => key === asked.text(name))
  // What is not saved came after what stands, within the second that both are kept to.
  const age = ({ at, sort }: Text) => at.toMillis() + (sort === 'unsaved' ? 1 : 0)
  const byAge = texts.toSorted((one, other) => age(other) - age(one))
  const later = find('yeni') ?? byAge[0]
  const earlier = find('eski') ?? byAge.find((one) => one !== later)
  if (!later || !earlier) return { earlier: null, later: null, fields: [] }
  const [before, after] = [shown(earlier.words, t), shown(later.words, t)]
  const labels = Object.keys(before) as (keyof typeof before)[]
  const fields = labels
    .filter((label) => before[label] || after[label])
    .map((label) => ({ label: t(label), pieces: wordDiff(before[label], after[label]) }))
  return { earlier: earlier.key, later: later.key, fields }
}
