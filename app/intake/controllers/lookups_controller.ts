import type { HttpContext } from '@adonisjs/core/http'
import { headedByIts } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import { lookUp, resultOf } from '../look_up/look_up.ts'
import { PetitionNumber } from '../petition_number.ts'
import { Secret } from '../secret/secret.ts'

const PAGE = 'intake/lookups/create'

/**
 * A citizen asks what became of a petition. The answer to the POST is the page itself, with no
 * redirect: an address that showed a result could be passed on, kept in a history or guessed.
 */
export default class LookupsController {
  create({ view }: HttpContext) {
    return view.render(PAGE)
  }

  store(ctx: HttpContext) {
    const { request, response, view, i18n } = ctx
    response.header('cache-control', 'no-store')
    return takeForm(ctx, PAGE, async (typed) => {
      const { number, secret } = typed.read((form) => ({
        number: form.as('number', PetitionNumber, { required: true }),
        secret: form.as('secret', Secret, { required: true }),
      }))
      const found = await lookUp(number, secret, request.ip())
      if ('petition' in found) {
        await headedByIts(ctx, found.petition.authorityId)
        return view.render('intake/lookups/show', await resultOf(found.petition, i18n.locale))
      }
      const { problem: rule, values } = found
      throw new Refusal({ field: 'lookup', rule, values }).with(rule === 'tooMany' ? 429 : 404)
    })
  }
}
