import type { Petition, Step } from '#intake'
import type { Officer } from '#organisation'
import { withNames } from '../directives/page.ts'
import { Commitment } from '../models/commitment.ts'
import { Directive } from '../models/directive.ts'
import { saidAfterwards } from './facts.ts'

interface Past {
  steps: readonly Step[]
  isWhole: boolean
}

/** What of a petition goes on after its answer, and what a manager wants of it; asked only where it may be. */
export async function afterwardsOnCard(
  petition: Petition,
  officer: Officer,
  { steps, isWhole, isAnswered, isDrafted }: Past & { isAnswered: boolean; isDrafted: boolean }
) {
  const isDirected = !isWhole || steps.some(({ kind }) => kind === 'directed')
  return {
    /** what its petitioner said after the answer */
    afterwards: await saidAfterwards(petition, officer, isAnswered),
    /** what its answer promises for later */
    promises: isDrafted ? (await Commitment.of(petition)).map(({ facts }) => facts) : [],
    /** what a manager wants done with it */
    directives: isDirected ? await withNames(petition, await Directive.of(petition)) : [],
    directs: officer.mayOpen('directives.create') && petition.isWithAuthorityOf(officer),
  }
}
