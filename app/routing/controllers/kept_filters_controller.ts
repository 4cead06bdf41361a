import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { filterName, KeptFilter } from '../models/kept_filter.ts'
import { askedWords, filtersPage } from '../queue/filters_page.ts'

const PAGE = 'routing/queue/filters'

/** Süzgeçler: what the queue is narrowed to, and what an officer keeps of it under names of their own. */
export default class KeptFiltersController {
  async index(ctx: HttpContext) {
    return ctx.view.render(PAGE, await filtersPage(ctx, Typed.asked(ctx)))
  }

  async store(ctx: HttpContext) {
    const act = async (typed: Typed) => {
      const words = askedWords(typed, ctx)
      await KeptFilter.keep(ctx.officer, filterName(typed, 'filter'), words)
      return this.#done(ctx, 'filterKept')
    }
    return takeForm(ctx, PAGE, act, (typed) => filtersPage(ctx, typed))
  }

  async update(ctx: HttpContext) {
    const filter = await this.#own(ctx)
    const act = async (typed: Typed) => {
      await filter.rename(filterName(typed, `filter-${filter.id}`))
      return this.#done(ctx, 'filterRenamed')
    }
    return takeForm(ctx, PAGE, act, () => filtersPage(ctx, Typed.asked(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const filter = await KeptFilter.ownOf(ctx.officer, ctx.params.id)
    // Pressed twice it is gone once.
    await filter?.delete()
    return this.#done(ctx, 'filterRemoved')
  }

  async #own(ctx: HttpContext) {
    return (await KeptFilter.ownOf(ctx.officer, ctx.params.id)) ?? notFound(ctx)
  }

  #done({ session, response, i18n }: HttpContext, what: string) {
    session.flash('done', { key: `routing.flash.${what}` })
    return response.redirect().status(303).toPath(addressOf('kept_filters.index', i18n.locale))
  }
}
