import { sharesOf, type Tried } from './certainty.ts'
import { Keywords, type Phrase } from './keywords.ts'
import type { Lesson } from './lesson.ts'
import type { Model } from './model.ts'
import { spokenIn, wordFeatures } from './words.ts'

interface Trial {
  lists: readonly Lesson[]
  texts: readonly Lesson[]
  phrases: readonly Phrase<string>[]
  folds: number
  /** how many of the folds are tried */
  of: number
}

/** What a model of all other texts says of each text of a fold. */
export function tried(trial: Trial, learned: (lessons: readonly Lesson[]) => Model): Tried[] {
  const { texts, phrases, folds } = trial
  const known = new Set(phrases.map(({ words }) => words.join(' ')))
  const lists = trial.lists.filter(({ sort, text }) => sort !== 'keyword' || known.has(text))
  const keywords = new Keywords(phrases)
  return Array.from({ length: trial.of }, (_, fold) => {
    const isHeld = (_text: Lesson, at: number) => at % folds === fold
    const rest = texts.filter((text, at) => !isHeld(text, at))
    const model = learned([...lists, ...rest])
    const knows = ({ unit }: Lesson) => model.kept.codes.includes(unit!)
    const held = texts.filter(isHeld).filter(knows)
    return held.map((text) => ({
      ...heard(text, model, keywords),
      right: model.kept.codes.indexOf(text.unit!),
    }))
  }).flat()
}

/** Margins and shares of the keywords, in the order of the model's units. */
function heard({ text, facts }: Lesson, model: Model, keywords: Keywords<string>) {
  const shares = sharesOf(keywords.in(spokenIn(text)))
  return {
    margins: model.margins([...wordFeatures(text), ...facts]),
    shares: model.kept.codes.map((code) => shares.get(code) ?? 0),
  }
}
