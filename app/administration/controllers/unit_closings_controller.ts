import type { HttpContext } from '@adonisjs/core/http'
import { closeUnit, reopenUnit } from '#response'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { unitAt, unitPage, wordsOf } from '../units/unit_page.ts'

/** Kapatma: a unit is closed, its work goes to another one; and it is opened again. */
export default class UnitClosingsController {
  store(ctx: HttpContext) {
    return atUnit(ctx, 'administration.flash.closed', (id, typed) =>
      closeUnit(id, typed.text('successor'), seenIn(typed), ctx.officer)
    )
  }

  destroy(ctx: HttpContext) {
    return atUnit(ctx, 'administration.flash.reopened', (id, typed) =>
      reopenUnit(id, seenIn(typed), ctx.officer)
    )
  }
}

/** Does what a button of the unit's page asks for, or gives the page back. */
async function atUnit(
  ctx: HttpContext,
  key: string,
  act: (id: number, typed: Typed) => Promise<{ name: string }>
) {
  const unit = await unitAt(ctx)
  const done = async (typed: Typed) => {
    const { name } = await act(unit.id, typed)
    return goOn(ctx, { to: 'units.edit', id: unit.id, name, key })
  }
  return takeForm(ctx, 'administration/units/edit', done, async (typed, refusal) => {
    const page = await unitPage(ctx, unit, refusal)
    const words = wordsOf(page.unit!, ctx.catalogue.everyUnit)
    return { ...page, typed: { ...words, successor: typed.text('successor') } }
  })
}
