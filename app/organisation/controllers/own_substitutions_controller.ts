import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { today } from '#shared/dates/turkish_date'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { endSubstitution, nameSubstitute } from '../standing_in/naming.ts'
import { readNaming } from '../standing_in/naming_form.ts'
import { colleaguesOf } from '../standing_in/person.ts'
import { SubstitutionsList } from '../standing_in/substitutions_list.ts'

const PAGE = 'organisation/substitutions/index'

/** Vekilim: who stands in for oneself, and when. */
export default class OwnSubstitutionsController {
  async index(ctx: HttpContext) {
    const typed = { firstDay: today().toISODate(), lastDay: '' }
    return ctx.view.render(PAGE, { typed, ...(await shown(ctx)) })
  }

  store(ctx: HttpContext) {
    const { officer } = ctx
    const take = async (typed: Typed) => {
      await nameSubstitute(await readNaming(typed, officer.authorityId, officer), officer)
      return goOn(ctx, 'substituteNamed')
    }
    return takeForm(ctx, PAGE, take, () => shown(ctx))
  }

  async destroy(ctx: HttpContext) {
    const { officer, params } = ctx
    const row = await SubstitutionsList.find(officer.authorityId, params.id)
    if (row?.officerId !== officer.id) return notFound(ctx)
    const take = async (typed: Typed) => {
      if (row.isOpen) await endSubstitution(row, Number(typed.text('version')) || 0, officer)
      return goOn(ctx, 'substitutionEnded')
    }
    return takeForm(ctx, PAGE, take, () => shown(ctx))
  }
}

async function shown({ officer }: HttpContext) {
  return {
    rows: await SubstitutionsList.of(officer),
    colleagues: await colleaguesOf(officer),
  }
}

function goOn({ session, response, officer }: HttpContext, key: string) {
  session.flash('done', { key: `organisation.flash.${key}`, params: {} })
  return response
    .redirect()
    .status(303)
    .toPath(addressOf('own_substitutions.index', officer.locale))
}
