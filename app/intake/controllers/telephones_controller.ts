import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { follow, showForm } from '../following/follow.ts'
import {
  askForNewTelephone,
  changeTelephone,
  newTelephoneIn,
} from '../following/telephone_change.ts'
import { SixDigits } from '../models/telephone_code.ts'

/** A citizen gives a petition another telephone: by the petition's code, and by one that comes there. */
export default class TelephonesController {
  /** Sends a code to the new one. */
  store(ctx: HttpContext) {
    return follow(ctx, async (petition, typed) => {
      const { phone } = typed.read((form) => ({
        phone: form.phone('phone', { required: 'requiredForCode' }),
      }))
      const by = { ip: ctx.request.ip(), locale: ctx.i18n.locale }
      const asked = await askForNewTelephone(petition, phone, by)
      return { page: await showForm(ctx, petition, PAGE, { asked, phone: phone.masked }) }
    })
  }

  /** The code has come. */
  update(ctx: HttpContext) {
    const asked = Typed.from(ctx).text('asked')
    return follow(
      ctx,
      async (petition, typed) => {
        const wanted = newTelephoneIn(asked, petition)
        if (!wanted) throw new Refusal({ field: 'askedCode', rule: 'expired' })
        const { code } = typed.read((form) => ({
          code: form.as('code', SixDigits, { required: true }),
        }))
        return changeTelephone(petition, wanted, code)
      },
      (petition, problems) => {
        const wanted = newTelephoneIn(asked, petition)
        if (!wanted || problems.of('code') === null) return null
        return showForm(ctx, petition, PAGE, { asked, phone: wanted.phone.masked, problems })
      }
    )
  }
}

const PAGE = 'intake/follow/telephone_code'
