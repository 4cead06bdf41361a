import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Petition } from '#intake'
import { authorities, Catalogue, installation } from '#organisation'
import { isForMachines } from '#middleware/for_machines'
import { isSetup } from '#middleware/setup/is_setup'
import { speak, UNTYPED } from '#middleware/page_middleware'
import { noDatabase } from '#exceptions/no_database'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'

/** Nothing can be shown, and nothing set up either. */
class NotNow extends Error {
  readonly status = 503
}

/** Where there is no authority yet, every address leads to its setting up; later none does. */
export default class SetupMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (isForMachines(ctx) || ctx.route?.name === 'styles.show') return next()
    if (await hasAuthority()) return isSetup(ctx) ? notFound(ctx) : next()
    const locale = ctx.request.url().split('/')[1] === 'en' ? 'en' : 'tr'
    if (!isSetup(ctx)) {
      return ctx.response.redirect().status(303).toPath(addressOf('setups.show', locale))
    }
    ctx.site = { authority: null, code: null, installation: await installation() }
    speak(ctx, locale)
    ctx.view.share(UNTYPED)
    ctx.response.header('cache-control', 'no-store')
    return next()
  }
}

/** From memory; where it holds none, from the database, which must hold no petition either. */
async function hasAuthority() {
  try {
    if ((await authorities()).length > 0) return true
    Catalogue.forget()
    if ((await authorities()).length > 0) return true
    if (await Petition.query().select('id').first()) {
      throw new NotNow('petitions without an authority')
    }
    return false
  } catch (error) {
    throw noDatabase(error) ? new NotNow('no database', { cause: error }) : error
  }
}
