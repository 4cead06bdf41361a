import { randomBytes } from 'node:crypto'
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

/** A page whose words were kept by its button: what stands there is a page of its own, and goes on from it. */
export function keptByButton(typed: Typed) {
  const own = markOf(typed)
  const mark: PageMark = { sitting: randomBytes(12).toString('hex'), turn: 1 }
  return { mark, after: own?.turn ? own : continued(typed) }
}

function read(sitting: string, turn: string): PageMark {
  return { sitting, turn: TURN.test(turn) ? Number(turn) : 0 }
}
