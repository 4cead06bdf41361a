import { belongingTo, saidTo, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { commonNames } from '../masking/common_names.ts'
import { letOut, saysEnough } from '../masking/let_out.ts'
import { contextOf } from './context.ts'
import { promptOf } from './prompt.ts'

/** Letters of a petition that a model gets: the first ones say what it is about. */
const LONGEST = 6000

/** All that leaves of a petition, masked; null: too little of it is left. */
export async function preparedFor(petition: Petition, officer: Officer, outcome: string | null) {
  const { text, place } = await saidTo(petition, officer)
  const { places } = await Catalogue.of(petition.authorityId)
  const { names } = await belongingTo(petition, officer)
  const known = { names, places: place ? [...places, place] : [...places] }
  const common = await commonNames()
  const out = (words: string) => letOut(words, known, common)
  const said = out((text ?? '').slice(0, LONGEST))
  if (!saysEnough(said)) return null
  const context = await contextOf(petition, officer, outcome)
  return promptOf({
    petition: said,
    subject: { text: context.subject, withheld: new Set() },
    texts: context.texts.map(out),
    outcome: context.outcome,
  })
}
