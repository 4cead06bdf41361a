import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#shared/dates/turkish_date'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { endSubstitution } from '../standing_in/ending.ts'
import { nameSubstitute } from '../standing_in/naming.ts'
import { readNaming } from '../standing_in/naming_form.ts'
import { goOn, OWN_PAGE, ownPage } from '../standing_in/own_page.ts'
import { SubstitutionsList } from '../standing_in/substitutions_list.ts'

/** Vekilim: who stands in for oneself, and when. */
export default class OwnSubstitutionsController {
  async index(ctx: HttpContext) {
    const typed = { firstDay: today().toISODate(), lastDay: '' }
    return ctx.view.render(OWN_PAGE, { typed, ...(await ownPage(ctx)) })
  }

  store(ctx: HttpContext) {
    const { officer } = ctx
    const take = async (typed: Typed) => {
      await nameSubstitute(await readNaming(typed, officer.authorityId, officer), officer)
      return goOn(ctx, 'substituteNamed')
    }
    return takeForm(ctx, OWN_PAGE, take, () => ownPage(ctx))
  }

  async destroy(ctx: HttpContext) {
    const { officer, params } = ctx
    const row = await SubstitutionsList.find(officer.authorityId, params.id)
    if (row?.officerId !== officer.id) return notFound(ctx)
    const take = async (typed: Typed) => {
      await endSubstitution(row, Number(typed.text('version')) || 0, officer)
      return goOn(ctx, 'substitutionEnded')
    }
    return takeForm(ctx, OWN_PAGE, take, () => ownPage(ctx))
  }
}
