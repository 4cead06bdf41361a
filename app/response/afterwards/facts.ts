import { aboveOf, Objection, Survey, type Petition } from '#intake'
import type { Officer } from '#organisation'

/**
 * What a petitioner said after an answer, for whoever has the card open: the words are a citizen's, and
 * who sees the petition reads them. Asks nothing of what was never answered.
 *
 * @param isOver whether it was ever concluded
 */
export async function saidAfterwards(petition: Petition, officer: Officer, isOver: boolean) {
  if (!isOver || petition.kind === 'tipOff') return null
  const survey = await Survey.lastOf(petition)
  if (!survey) return null
  const objection = await Objection.of(petition)
  return {
    ...{ solved: survey.solved, words: survey.words, way: survey.way, at: survey.answeredAt },
    ...{ isOpen: survey.isOpen, until: survey.closesOn },
    objection: objection && {
      ...{ words: objection.words, at: objection.madeAt, state: objection.state },
      ...{ level: objection.level, dueOn: objection.dueOn, letter: objection.letter },
      above: await aboveOf(objection),
      decides: objection.isOpen && officer.mayOpen('objection_decisions.index'),
    },
  }
}
