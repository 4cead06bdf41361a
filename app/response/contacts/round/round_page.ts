import type { HttpContext } from '@adonisjs/core/http'
import { Day, today } from '#shared/dates/turkish_date'
import { Typed } from '#shared/typed/typed'
import { linesTyped } from './lines_typed.ts'
import { visitsOn } from './round_of.ts'

/** Which day's round an address asks for (`gun`, today where it is none), and whose (`kim=ben`). */
export function roundAsked(ctx: HttpContext) {
  const asked = Typed.asked(ctx)
  const on = Day.parse(asked.text('gun')) ?? today()
  const [day, mine] = [on.toISODate()!, asked.text('kim') === 'ben']
  return { on, day, mine, query: { gun: day, ...(mine && { kim: 'ben' }) } }
}

/** The visits of a day by quarter, in walking order, and what was typed of visits that are not there any more. */
export async function roundPage(ctx: HttpContext, typed = new Typed({})) {
  const { on, day, mine, query } = roundAsked(ctx)
  const visits = await visitsOn(ctx.officer, day, mine ? ctx.officer.id : null)
  const there = new Set(visits.map(({ id }) => id))
  const left = linesTyped(typed).filter(({ id }) => !there.has(id))
  return {
    ...{ on, day, mine, query, typed: typed.words },
    quarters: [...Map.groupBy(visits, ({ house }) => house.quarter)],
    count: visits.length,
    isDue: day <= today().toISODate()!,
    left: left.flatMap(({ words }) => words.note || []),
  }
}
