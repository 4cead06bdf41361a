import type { HttpContext } from '@adonisjs/core/http'
import { MessageTemplate } from '../models/message_template.ts'
import { Editor } from '../templates/editor.ts'

/** Back to the house's own words (varsayılan metin). */
export default class TemplateDefaultsController {
  store(ctx: HttpContext) {
    return Editor.open(ctx).take(
      (text, author) => MessageTemplate.wordAsHouse(text, author),
      'notification.flash.asHouse'
    )
  }
}
