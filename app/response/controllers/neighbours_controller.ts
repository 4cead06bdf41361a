import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { placeOf, Trail } from '../inbox/trail.ts'

/** The petition behind this one in the list from which it was opened, or before it (`yon=geri`). */
export default class NeighboursController {
  async show(ctx: HttpContext) {
    const { officer, params, response } = ctx
    const asked = Typed.asked(ctx)
    const trail = Trail.parse(asked.text('liste'))
    const petition = trail && (await Petition.findFor(officer, params.number))
    if (!petition) return notFound(ctx)
    const to = await trail.onward(officer, placeOf(petition), asked.text('yon') === 'geri')
    return response.redirect().toPath(to)
  }
}
