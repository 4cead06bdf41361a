import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { notFound } from '#shared/not_found'
import { Petition } from '../models/petition.ts'
import { comparedWith } from '../slip/checking/comparison.ts'

const PAGE = 'intake/slip_comparisons/create'

/** Somebody shows a slip: is it of this petition, and is what was brought still what is kept? */
export default class SlipComparisonsController {
  async create(ctx: HttpContext) {
    const { number } = await petitionOf(ctx)
    return ctx.view.render(PAGE, { number })
  }

  async store(ctx: HttpContext) {
    const petition = await petitionOf(ctx)
    const { number } = petition
    ctx.response.header('cache-control', 'no-store')
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const said = await comparedWith(petition, typed)
        return ctx.view.render(PAGE, { number, said, typed: typed.words })
      },
      () => ({ number })
    )
  }
}

async function petitionOf(ctx: HttpContext) {
  return (await Petition.findFor(ctx.officer, ctx.params.number)) ?? notFound(ctx)
}
