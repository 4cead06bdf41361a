import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { askForCode } from '../following/telephone_proof.ts'
import { PetitionNumber } from '../petition_number.ts'

const PAGE = 'intake/telephone_codes/create'

/** A citizen asks for a code to the telephone on record. */
export default class TelephoneCodesController {
  create({ view }: HttpContext) {
    return view.render(PAGE)
  }

  store(ctx: HttpContext) {
    const { request, response, view, i18n, logger } = ctx
    response.header('cache-control', 'no-store')
    return takeForm(ctx, PAGE, async (typed) => {
      const whose = typed.read((form) => ({
        phone: form.phone('phone', { required: 'requiredForCode' }),
        number: form.as('number', PetitionNumber),
      }))
      const { form, tell } = await askForCode(whose, { ip: request.ip(), locale: i18n.locale })
      // Only then is it looked up: nobody learns from the time whether the telephone is known here.
      response.onFinish(() => {
        tell().catch((error) => logger.error({ err: error }, 'A one-time code was not told'))
      })
      return view.render('intake/own_petitions/code', { asked: form, phone: whose.phone.masked })
    })
  }
}
