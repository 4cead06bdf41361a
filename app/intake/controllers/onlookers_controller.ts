import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Onlooker } from '../models/onlooker.ts'
import { Petition } from '../models/petition.ts'

/** Who has a petition open beside this officer: asked by each open page of it, once a minute. */
export default class OnlookersController {
  async show(ctx: HttpContext) {
    const { officer, params, view, response, i18n } = ctx
    const petition = await Petition.findFor(officer, params.number)
    if (!petition) return notFound(ctx)
    if (!isFragment(ctx)) {
      return response.redirect().toPath(addressOf('cards.show', i18n.locale, params))
    }
    await Onlooker.looks(officer, petition)
    const onlookers = await Onlooker.beside(officer, petition)
    return view.render('intake/public/onlookers', { number: petition.number, onlookers })
  }

  /** A page of it is left, as its script says. */
  async destroy(ctx: HttpContext) {
    const seen = DateTime.fromSeconds(Number(Typed.from(ctx).text('seen')) || 0)
    await Onlooker.leaves(ctx.officer, seen)
    return ctx.response.noContent()
  }
}
