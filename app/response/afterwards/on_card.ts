import type { Petition, Step } from '#intake'
import type { Officer } from '#organisation'
import { withNames } from '../directives/page.ts'
import { Commitment } from '../models/commitment.ts'
import { Directive } from '../models/directive.ts'
import { saidAfterwards } from './facts.ts'

interface Past {
  steps: readonly Step[]
  isWhole: boolean
  /** what was answered; null: nothing yet */
  letter: object | null
  /** what is being written; null: nothing */
  answer: object | null
}

/** What of a petition goes on after its answer, and what a manager wants of it; asked only where it may be. */
export async function afterwardsOnCard(
  petition: Petition,
  officer: Officer,
  { steps, isWhole, letter, answer }: Past
) {
  const isDirected = !isWhole || steps.some(({ kind }) => kind === 'directed')
  const [afterwards, promises, directives] = await Promise.all([
    saidAfterwards(petition, officer, letter !== null),
    answer ? Commitment.of(petition) : [],
    isDirected ? Directive.of(petition).then((all) => withNames(petition, all)) : [],
  ])
  return {
    /** what its petitioner said after the answer */
    afterwards,
    /** what its answer promises for later */
    promises: promises.map(({ facts }) => facts),
    /** what a manager wants done with it */
    directives,
    directs: officer.mayOpen('directives.create') && petition.isWithAuthorityOf(officer),
  }
}
