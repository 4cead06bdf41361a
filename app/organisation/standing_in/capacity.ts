import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import type { Catalogue } from '../catalogue.ts'
import type { Officer } from '../models/officer.ts'
import type { Substitution } from '../models/substitution.ts'
import { standInsOf } from './today.ts'

/** By this name a session and each form say in whose place somebody works; 0: as oneself. */
export const CAPACITY = 'standsIn'

/** In whose place somebody can work today, and does; over: it ended while they worked so. */
export interface Capacity {
  open: readonly Substitution[]
  now: Substitution | null
  isOver: boolean
}

/**
 * In whose place an officer works during this request: as the form says that was sent, so that one from
 * a page of before does nothing in another's name; else as the session has it. Found in memory: whoever
 * stands in for nobody costs no statement.
 */
export function capacityOf(
  { session, request }: Pick<HttpContext, 'session' | 'request'>,
  officer: Officer,
  catalogue: Catalogue
): Capacity {
  const open = standInsOf(officer, catalogue)
  const before = session.get(CAPACITY) as number | undefined
  if (open.length === 0 && before === undefined) return { open, now: null, isOver: false }
  const said = request.method() === 'POST' ? Typed.from({ request }).text(CAPACITY) : ''
  const asked = said === '' ? before : Number(said)
  const now = open.find(({ id }) => id === asked) ?? null
  if (before !== now?.id) workAs(session, now)
  officer.actsFor = now?.officer ?? null
  officer.standsInFor = open.map(({ officerId }) => officerId)
  return { open, now, isOver: now === null && Boolean(asked) }
}

/** From now on the session is of this one's place; null: of one's own. */
export function workAs(session: HttpContext['session'], one: Substitution | null) {
  if (one) session.put(CAPACITY, one.id)
  else session.forget(CAPACITY)
}
