import type { HttpContext } from '@adonisjs/core/http'
import { exported, listsFor } from '#organisation'
import { notFound } from '#shared/not_found'
import { FORMATS, TYPES, writeSheet } from '#shared/sheets/sheets'

/** A list as a file, in the form in which it can be taken again. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    const { officer, params, response, i18n } = ctx
    const list = listsFor(officer).find((one) => one === params.list)
    const format = FORMATS.find((one) => one === params.format)
    if (!list || !format) return notFound(ctx)
    const file = await writeSheet(await exported(list, officer), format)
    const name = i18n.t(`administration.import.file.${list}`)
    response.header('content-type', TYPES[format])
    response.header('content-disposition', `attachment; filename="${name}.${format}"`)
    return response.send(file)
  }
}
