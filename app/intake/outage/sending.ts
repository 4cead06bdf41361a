import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { numbersOf } from './numbers.ts'
import { takeSealed, type Taken } from './taking.ts'

/** Forms in one request; what is more the browser sends with the next ones. */
const MOST = 20

/**
 * What a browser sends of what waited in it, one after the other: what became of each, in their order.
 * Nobody is counted: the desk writes down whoever comes, and two hundred may have come meanwhile.
 */
export async function sentForms(ctx: HttpContext) {
  const typed = Typed.from(ctx)
  const difference = Date.now() - (Number(typed.text('clock')) || Date.now())
  const taken: Taken[] = []
  for (const sealed of typed.text('forms').split(' ').filter(Boolean).slice(0, MOST)) {
    taken.push(await takeSealed(ctx, sealed, difference))
  }
  const forms = taken.flatMap((one) => ('form' in one ? [one.form] : []))
  const numbers = await numbersOf(ctx.officer, forms)
  return {
    forms: taken.map((one) => {
      if (!('form' in one)) return one
      const { reference, petitionId } = one.form
      return { state: one.state, reference, number: numbers.get(petitionId ?? 0) ?? null }
    }),
  }
}
