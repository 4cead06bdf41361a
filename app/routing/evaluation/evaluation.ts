import type { Catalogue } from '#organisation'
import { learn, learned } from '../learning/learn.ts'
import { lessonOf, type Lesson } from '../learning/lesson.ts'
import { listsOf } from '../learning/lists.ts'
import { Model } from '../learning/model.ts'
import { diceOf, shuffle } from '../learning/solver.ts'
import { scored } from '../suggesting/scored.ts'
import type { Labelled } from '../teaching/labelled.ts'
import { judged, type Said } from './judged.ts'

type Lists = Pick<Catalogue, 'units' | 'subjects'>

const FOLDS = 5
/** The same partings each time: figures of one day can be held against those of another. */
const SEEDS = [1, 2, 3, 4, 5]

/** How good what an authority begins with is: its lists, and examples that are not in the file. */
export function evaluateFresh(
  texts: readonly Labelled[],
  lists: Lists,
  examples: readonly Lesson[]
) {
  const asked = new Set(texts.map(({ text }) => text))
  const others = examples.filter(({ text }) => !asked.has(text))
  const { lessons, phrases } = listsOf(lists)
  const model = learn({ lessons: [...lessons, ...others], phrases })
  return judged(said(texts, model, lists))
}

/**
 * How good it becomes by texts like these: a fifth of them is asked after the rest was learned, in turn,
 * parted in five ways.
 *
 * @param lists empty ones: by the words of the texts alone
 */
export function evaluateFolds(texts: readonly Labelled[], lists: Lists) {
  return judged(SEEDS.flatMap((seed) => foldsOf(texts, lists, seed)))
}

/** How sure to be is found out with the first fold, and counts for the others of the same parting. */
function foldsOf(texts: readonly Labelled[], lists: Lists, seed: number): Said[] {
  const { lessons, phrases } = listsOf({
    ...lists,
    units: lists.subjects.length > 0 ? lists.units : [],
  })
  const order = shuffle([...texts.keys()], diceOf(seed)).map((at) => texts[at]!)
  let sure: Partial<Model['kept']> | null = null
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isAsked = (_text: Labelled, at: number) => at % FOLDS === fold
    const rest = order.filter((text, at) => !isAsked(text, at) && text.unit)
    const known = [...lessons, ...rest.map(({ text, unit }) => lessonOf(text, unit, 'example'))]
    const model = sure
      ? new Model({ ...learned(known).kept, ...sure })
      : learn({ lessons: known, phrases })
    const { trust, temperature } = model.kept
    sure ??= { trust, temperature }
    return said(order.filter(isAsked), model, lists)
  }).flat()
}

function said(texts: readonly Labelled[], model: Model, catalogue: Lists): Said[] {
  return texts.map(({ text, unit }) => {
    const { scores } = scored(text, [], model, { catalogue, units: catalogue.units })
    const ranked = scores.map((one) => one.unit.code)
    return { ranked, certainty: scores[0]?.certainty ?? 0, right: unit }
  })
}
