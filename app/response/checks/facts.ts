import { belongingTo, nameKey, petitionersNamed, saidTo, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { lastAnswersOf } from '../examples/given.ts'
import { AnswerExample } from '../models/answer_example.ts'
import { ExampleInsertion } from '../models/example_insertion.ts'
import { Want } from '../models/want.ts'
import type { Draft } from '../draft.ts'
import { wordsOf, type Facts } from './run.ts'
import { nameWindows } from './words/name_windows.ts'
import { phoneDigits } from './words/number_shapes.ts'
import { officialWordList } from './words/official_words.ts'

/** All that the checks of a draft are to know, and the examples that it was written with. */
export async function factsFor(petition: Petition, draft: Draft, officer: Officer) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const own = await belongingTo(petition, officer)
  const ownNames = new Set(own.names.map(nameKey))
  const keys = nameWindows(wordsOf(draft)).flatMap(({ words }) => nameKey(words) ?? [])
  const foreign = keys.filter((key) => !ownNames.has(key))
  const [said, wants, others, inserted] = await Promise.all([
    saidTo(petition, officer),
    Want.of(petition),
    petitionersNamed(officer, foreign, petition),
    ExampleInsertion.of(petition),
  ])
  const last = await lastAnswersOf(petition, officer)
  const borrowed = await AnswerExample.textsOf(inserted.map(({ exampleId }) => exampleId))
  const offices = [catalogue.authority, ...catalogue.everyUnit].map(({ phone }) => phone)
  const facts: Facts = {
    ...{
      locale: petition.locale,
      petition: said.text,
      wants,
      others,
      last,
      borrowed,
      keyOf: nameKey,
    },
    known: new Set([...own.numbers, ...offices.map(phoneDigits)]),
    list: await officialWordList(),
  }
  return { facts, inserted }
}
