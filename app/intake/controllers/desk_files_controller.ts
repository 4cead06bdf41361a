import type { HttpContext } from '@adonisjs/core/http'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { received, withFiles } from './desk_controller.ts'

/** What somebody brings to the bureau on paper, scanned, or on a stick: files of the desk's form. */
export default class DeskFilesController {
  async store(ctx: HttpContext) {
    const form = new FilesForm(ctx, 'desk')
    await form.take()
    if (form.sends && !form.problems.any) return received(ctx, true)
    return withFiles(ctx, await form.page(), form.problems.any ? 422 : 200)
  }
}
