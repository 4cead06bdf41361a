import type { HttpContext } from '@adonisjs/core/http'
import { isFragment } from '#shared/fragment'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { DeskTelephone } from '../attachments/telephone/desk_telephone.ts'
import { TelephonePage } from '../models/telephone_page.ts'

/** What has come by the telephone's page that an officer opened: a part of the desk's form. */
export default class DeskTelephonesController {
  async show(ctx: HttpContext) {
    const { officer, params, request, response, view } = ctx
    const page = await TelephonePage.findBy({ id: params.id, officerId: officer.id })
    if (!page) notFound({ request })
    if (!isFragment(ctx)) return response.redirect().toPath('/masa/yeni')
    const turn = Number(Typed.asked(ctx).text('kez')) || 1
    const telephone = await new DeskTelephone(ctx, page.holder).page()
    return view.render('intake/desk/_telephone', { telephone, turn })
  }
}
