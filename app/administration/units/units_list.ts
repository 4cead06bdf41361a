import type { Catalogue, Unit } from '#organisation'
import { folded } from '#shared/folded_text'

const PAGE = 30

export const STATES = ['open', 'closed'] as const

interface Asked {
  state: (typeof STATES)[number]
  /** what a name or a code is to hold */
  words: string
  /** code of the last one that was seen */
  after: string
}

/** Birimler: out of the memory of the process, which has them all, by name, a page at a time. */
export function unitsPage({ everyUnit }: Catalogue, { state, words, after }: Asked) {
  const wanted = folded(words)
  const found = everyUnit.filter(
    (unit) => isIn(unit, state) && (!wanted || folded(textOf(unit)).includes(wanted))
  )
  const from = found.findIndex(({ code }) => code === after) + 1
  const rows = found.slice(from, from + PAGE)
  return { rows, next: found.length > from + PAGE ? rows.at(-1)!.code : null }
}

function isIn({ closedOn }: Unit, state: Asked['state']) {
  return (closedOn === null) === (state === 'open')
}

function textOf({ name, shortName, code }: Unit) {
  return `${name} ${shortName} ${code}`
}
