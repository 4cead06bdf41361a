import type { HttpContext } from '@adonisjs/core/http'
import { nameSubstitute, readNaming, SubstitutionsList } from '#organisation'
import { addressOf } from '#shared/address'
import { today } from '#shared/dates/turkish_date'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { kept } from '../office/kept.ts'
import { besides } from '../substitutes/besides.ts'
import { SUBSTITUTION_PAGE, substitutionPage } from '../substitutes/substitution_page.ts'

const CREATE = 'administration/substitutions/create'

/** Vekâletler: who stands in for whom, and when. */
export default class SubstitutionsController {
  async index(ctx: HttpContext) {
    const { authorityId, locale } = ctx.officer
    const before = /^\d{1,9}$/.exec(Typed.asked(ctx).text('once'))
    const { rows, next } = await SubstitutionsList.page(authorityId, before && Number(before[0]))
    const address = (asked: Record<string, number>) =>
      addressOf('substitutions.index', locale, {}, asked)
    return ctx.view.render('administration/substitutions/index', {
      rows,
      next: next && address({ once: next }),
      first: before && address({}),
    })
  }

  async create(ctx: HttpContext) {
    const absent = Typed.asked(ctx).text('gorevli')
    const typed = { absent, firstDay: today().toISODate(), lastDay: '' }
    return ctx.view.render(CREATE, { typed, colleagues: await besides(ctx, absent) })
  }

  store(ctx: HttpContext) {
    const { officer } = ctx
    const take = async (typed: Typed) => {
      await nameSubstitute(await readNaming(typed, officer.authorityId), officer)
      return kept(ctx, 'substitutions.index', true)
    }
    return takeForm(ctx, CREATE, take, async (typed) => ({
      colleagues: await besides(ctx, typed.text('absent')),
    }))
  }

  async show(ctx: HttpContext) {
    return ctx.view.render(SUBSTITUTION_PAGE, await substitutionPage(ctx))
  }
}
