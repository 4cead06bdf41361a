import type { Actor, State, Try, TruthTable } from './table.ts'

/**
 * Two officers of a unit, whoever may stand in for its head, the unit that comes after, the desk, the
 * house: with whoever brought the petition, and the time.
 */
export const WRITER: Actor = { id: 'W', at: 'first', role: 'writer' }
export const HEAD: Actor = { id: 'H', at: 'first', role: 'head' }
export const STAND_IN: Actor = { id: 'S', covers: 'H', at: 'first', role: 'standIn' }
/** The writer in the head's place: both pairs of eyes. */
export const WRITER_IN_PLACE: Actor = { id: 'W', covers: 'H', at: 'first', role: 'standIn' }
/** Writes and approves: one person is a whole unit. */
export const SECOND: Actor = { id: 'G', at: 'second', role: 'head' }
export const DESK: Actor = { id: 'D', at: null, role: 'desk' }
export const HOUSE: Actor = { id: 'X', at: null, role: 'house' }

const OF_UNITS = [
  ...['draft', 'submit', 'approve', 'mendAndApprove', 'correct', 'sendBack'],
  ...['takeBack', 'takeOver', 'return', 'ask', 'stopWaiting', 'noteAnswer'],
]
const OF_DESK = [
  ...['refer', 'recall', 'draft', 'approve', 'takeOver'],
  ...['ask', 'stopWaiting', 'noteAnswer'],
]

export const START: State = {
  ...{ stage: 'routed', at: 'first', text: '-', put: '-' },
  ...{ sentBack: false, asked: false },
}

/** Everything that these may try, with the authority's setting on and off where it matters. */
export function triesOf(actors: readonly Actor[], settings: readonly Try['setting'][]): Try[] {
  return actors.flatMap((actor) =>
    actsOf(actor).flatMap((act) =>
      (/pprove$/.test(act) ? settings : (['off'] as const)).map((setting) => ({
        act,
        actor,
        setting,
      }))
    )
  )
}

function actsOf({ role }: Actor) {
  if (role === 'house') return ['handOn', 'answer', 'lapse']
  return role === 'desk' ? OF_DESK : OF_UNITS
}

export interface Found {
  state: State
  /** what leads to those that were found from here first */
  children: { by: Try; key: string }[]
}

/** Breadth first from the referral on: every state that the table leads to, by its key. */
export function reach(table: TruthTable, tries: readonly Try[]) {
  const found = new Map<string, Found>([[keyOf(START), { state: START, children: [] }]])
  for (const here of found.values()) {
    for (const by of tries) {
      const result = table.says(here.state, by)
      if ('refused' in result || found.has(keyOf(result.state))) continue
      const key = keyOf(result.state)
      found.set(key, { state: result.state, children: [] })
      here.children.push({ by, key })
    }
  }
  return found
}

/** From which of these states the end can be reached. */
export function leadingToTheEnd(
  table: TruthTable,
  tries: readonly Try[],
  states: readonly State[]
) {
  const ends = new Set<string>()
  for (let size = -1; size < ends.size;) {
    size = ends.size
    for (const state of states) {
      const leads = tries.some((by) => {
        const result = table.says(state, by)
        return 'state' in result && ends.has(keyOf(result.state))
      })
      if (state.stage === 'concluded' || leads) ends.add(keyOf(state))
    }
  }
  return ends
}

export function keyOf({ stage, at, text, put, sentBack, asked }: State) {
  return [stage, at, text, put, sentBack ? 'sentBack' : '', asked ? 'asked' : ''].join(' ')
}
