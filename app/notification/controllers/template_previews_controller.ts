import type { HttpContext } from '@adonisjs/core/http'
import { pageOrFragment } from '#shared/fragment'
import { Editor } from '../templates/editor.ts'

/**
 * What a text would look like and cost, while it is written. Sent and answered without an address
 * of its own: a text is too long for one, and nothing is kept.
 */
export default class TemplatePreviewsController {
  async store(ctx: HttpContext) {
    const page = await Editor.open(ctx).preview()
    const folder = 'notification/message_templates'
    return pageOrFragment(ctx, `${folder}/edit`, `${folder}/_preview`, page)
  }
}
