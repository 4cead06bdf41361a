import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { Opened } from '../attachments/opened.ts'
import { cameByTelephone } from '../attachments/telephone/holder.ts'

/** What came by telephone, looked at by the officer who is to accept it. */
export default class DeskTelephoneFilesController {
  async show(ctx: HttpContext) {
    const file = await cameByTelephone(ctx.params.id, ctx.officer)
    if (!file) notFound(ctx)
    return new Opened(file).send(ctx)
  }
}
