import type { HttpContext } from '@adonisjs/core/http'
import { checkPage } from '../slip/checking/check_page.ts'
import { hashOf, savedScript } from '../slip/checking/saved_page.ts'

/** The page on which slips are checked, as one file that works without the internet. */
export default class SlipFilesController {
  show(ctx: HttpContext) {
    const script = savedScript()
    ctx.response.header('content-disposition', 'attachment; filename="acik-kapi-dogrula.html"')
    const page = { ...checkPage(ctx), script, scriptHash: hashOf(script) }
    return ctx.view.render('intake/slip_checks/file', page)
  }
}
