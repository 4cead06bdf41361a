import { Reader, type Petition } from '#intake'
import { above, installation, type Authority, type Tree } from '#organisation'

/** Twice it was given back: now the governorate decides, and whoever gets it has it for good. */
const MOST_HANDBACKS = 2

/** Where a petition may go from the authority that has it. */
export interface Ways {
  /** to which it may be handed over */
  to: Authority[]
  /** to which it may be given back */
  back: Authority | null
  /** those that had it before and keep what they knew, whoever had it last at the end */
  keepers: readonly number[]
  /** It was given back so often that it stays here, or goes only where the governorate says. */
  isLast: boolean
}

const NOWHERE = { to: [], back: null, keepers: [] }

type Handed = Pick<Petition, 'id' | 'authorityId' | 'cameFrom' | 'handbacks' | 'decider'>

/**
 * Where a petition may go. Never straight to an authority that had it before and keeps what it knew:
 * there it is given back, to the one that sent it, which counts. The second time it goes to the
 * governorate instead, the topmost authority of the tree, and that decides: it answers, or hands it to
 * whomever it says, who can neither give it back nor hand it on.
 */
export async function waysOf(petition: Handed): Promise<Ways> {
  const tree = (await installation(petition.authorityId)).tree(petition.authorityId)
  // Nor anywhere while it is not known whom a complaint means.
  if (tree.others.length === 0 || petition.decider === 'naming') {
    return { ...NOWHERE, isLast: false }
  }
  const keepers = petition.cameFrom === null ? [] : await Reader.keepersOf(petition)
  const ways = waysIn(tree, petition, keepers)
  return petition.decider === 'above' ? upwards(ways, await above(petition.authorityId)) : ways
}

/** About the manager: to those above alone, and back to none but them. */
function upwards(ways: Ways, ids: readonly number[]): Ways {
  const isAbove = ({ id }: Authority) => ids.includes(id)
  return {
    ...ways,
    to: ways.to.filter(isAbove),
    back: ways.back && isAbove(ways.back) ? ways.back : null,
  }
}

/** The same where one knows who had it before. */
function waysIn(
  { root, others }: Tree,
  { authorityId, handbacks }: Pick<Handed, 'authorityId' | 'handbacks'>,
  keepers: Ways['keepers']
): Ways {
  const isRoot = authorityId === root.id
  if (handbacks >= MOST_HANDBACKS) {
    return { to: isRoot ? others : [], back: null, keepers, isLast: !isRoot }
  }
  const sender = others.find(({ id }) => id === keepers.at(-1)) ?? null
  const isSecond = handbacks === MOST_HANDBACKS - 1
  // The governorate gives nothing back a second time: it decides, and says to whom.
  if (isSecond && sender && isRoot) return { to: others, back: null, keepers, isLast: false }
  const to = others.filter(({ id }) => !keepers.includes(id))
  return { to, back: isSecond && sender ? root : sender, keepers, isLast: false }
}

/** How often it was given back once this one has it. */
export function handbacksAfter({ handbacks }: Handed, isReturn: boolean) {
  return isReturn ? Math.min(handbacks + 1, MOST_HANDBACKS) : handbacks
}
