import type { Typed } from '#shared/typed/typed'

/** How a page calls itself, and how often it has sent what stands on it. */
export interface PageMark {
  sitting: string
  turn: number
}

const SITTING = /^[\w-]{16,32}$/
const TURN = /^\d{1,9}$/

/** The page that sent a form; null: one without the script, which keeps nothing by itself. */
export function markOf(typed: Typed): PageMark | null {
  return SITTING.test(typed.text('sitting'))
    ? read(typed.text('sitting'), typed.text('turn'))
    : null
}

/** The page whose words this one showed, as its address in the form says: `name.turn`. */
export function continued(typed: Typed): PageMark | null {
  const [sitting = '', turn = ''] = typed.text('resumes').split('.')
  return SITTING.test(sitting) && TURN.test(turn) ? read(sitting, turn) : null
}

function read(sitting: string, turn: string): PageMark {
  return { sitting, turn: TURN.test(turn) ? Number(turn) : 0 }
}
