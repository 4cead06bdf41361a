import type { HttpContext } from '@adonisjs/core/http'
import { Problems } from '#shared/typed/problems'
import { lookUp, resultOf } from '../look_up/look_up.ts'
import { PetitionNumber } from '../petition_number.ts'
import { Secret } from '../secret/secret.ts'

/**
 * A citizen asks what became of a petition. The answer to the POST is the page itself, with no
 * redirect: an address that showed a result could be passed on, kept in a history or guessed.
 */
export default class LookupsController {
  create({ view }: HttpContext) {
    return view.render('intake/lookups/create')
  }

  async store(ctx: HttpContext) {
    const { request, response, view, i18n } = ctx
    response.header('cache-control', 'no-store')
    const typed = { number: request.input('number', ''), secret: request.input('secret', '') }
    const problems = new Problems(i18n, 'intake')
    const number = PetitionNumber.parse(typed.number)
    const secret = Secret.parse(typed.secret)
    if (!number) problems.add('number', typed.number ? 'format' : 'required')
    if (!secret) problems.add('secret', typed.secret ? 'format' : 'required')

    if (number && secret) {
      const found = await lookUp(number, secret, request.ip())
      if ('petition' in found) {
        return view.render('intake/lookups/show', await resultOf(found.petition, i18n.locale))
      }
      problems.add('lookup', found.problem, found.values)
      response.status(found.problem === 'tooMany' ? 429 : 404)
    } else response.status(422)
    return view.render('intake/lookups/create', { problems, typed: { number: typed.number } })
  }
}
