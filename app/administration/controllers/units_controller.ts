import type { HttpContext } from '@adonisjs/core/http'
import { addUnit, amendUnit } from '#organisation'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { newUnitPage, unitAt, unitPage, wordsOf } from '../units/unit_page.ts'
import { STATES, unitsPage } from '../units/units_list.ts'

/** Birimler: who must answer, or is forwarded to. */
export default class UnitsController {
  index(ctx: HttpContext) {
    const { view, officer, catalogue } = ctx
    const typed = Typed.from(ctx)
    const state = typed.oneOf('durum', STATES) ?? 'open'
    const [words, after] = [typed.text('ara'), typed.text('sonra')]
    const { rows, next } = unitsPage(catalogue, { state, words, after })
    const address = (sonra?: string) =>
      addressOf('units.index', officer.locale, {}, { durum: state, ara: words, sonra })
    return view.render('administration/units/index', {
      ...{ rows, words, shown: state },
      next: next && address(next),
      first: after ? address() : null,
    })
  }

  create(ctx: HttpContext) {
    const page = { ...newUnitPage(ctx), typed: { kind: 'internal' } }
    return ctx.view.render('administration/units/create', page)
  }

  store(ctx: HttpContext) {
    const page = 'administration/units/create'
    const add = async (typed: Typed) => {
      const { id, name } = await addUnit(typed, ctx.officer)
      return goOn(ctx, { to: 'units.edit', id, name, key: 'administration.flash.added' })
    }
    return takeForm(ctx, page, add, () => newUnitPage(ctx))
  }

  async edit(ctx: HttpContext) {
    const unit = await unitAt(ctx)
    const typed = wordsOf(unit, ctx.catalogue.everyUnit)
    return ctx.view.render('administration/units/edit', { typed, ...(await unitPage(ctx, unit)) })
  }

  async update(ctx: HttpContext) {
    const unit = await unitAt(ctx)
    const keep = async (typed: Typed) => {
      const { id, name } = await amendUnit(unit.id, typed, seenIn(typed), ctx.officer)
      return goOn(ctx, { to: 'units.edit', id, name, key: 'administration.flash.kept' })
    }
    return takeForm(ctx, 'administration/units/edit', keep, (_, refusal) =>
      unitPage(ctx, unit, refusal)
    )
  }
}
