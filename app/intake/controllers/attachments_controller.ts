import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { Opened } from '../attachments/opened.ts'
import { Petition } from '../models/petition.ts'
import { KEPT_AT_HOME, sent } from './petitions_controller.ts'

const PAGE = 'intake/petitions/create'

/** Files of a petition: they come with its form, and are read on its card. */
export default class AttachmentsController {
  /** The form with its files, in whatever browser; the button says whether it is sent already. */
  async store(ctx: HttpContext) {
    const form = new FilesForm(ctx, 'web')
    await form.take()
    if (form.sends && !form.problems.any) return sent(ctx, true)
    const page = await form.page()
    ctx.response.status(form.problems.any ? 422 : 200).header('cache-control', KEPT_AT_HOME)
    return ctx.view.render(PAGE, page)
  }

  async show(ctx: HttpContext) {
    const petition = await Petition.findFor(ctx.officer, ctx.params.number)
    const opened = petition && (await Opened.find(ctx.params.id, petition, ctx.officer))
    if (!opened) notFound(ctx)
    return opened.send(ctx)
  }
}
