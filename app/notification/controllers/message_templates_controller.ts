import type { HttpContext } from '@adonisjs/core/http'
import { MessageTemplate } from '../models/message_template.ts'
import { CitizenText } from '../templates/citizen_text.ts'
import { Editor } from '../templates/editor.ts'

/** Mesaj metinleri: what citizens are told, and in whose words. */
export default class MessageTemplatesController {
  async index({ view, officer }: HttpContext) {
    const inForce = await MessageTemplate.inForceAt(officer.authorityId)
    const events = Map.groupBy(CitizenText.all, ({ event }) => event)
    return view.render('notification/message_templates/index', {
      events: Array.from(events, ([event, texts]) => ({
        event,
        texts: texts.map((text) => asLine(text, inForce.get(text.key))),
      })),
    })
  }

  edit(ctx: HttpContext) {
    return Editor.open(ctx).show()
  }

  update(ctx: HttpContext) {
    const editor = Editor.open(ctx)
    return editor.take((text, author) =>
      MessageTemplate.word(text, editor.typed, editor.mayBeLong, author)
    )
  }
}

function asLine(text: CitizenText, template: MessageTemplate | undefined) {
  const wording = template ?? text.house
  return {
    channel: text.channel,
    locale: text.locale,
    count: text.count(wording),
    letters: text.longest(wording).text.length,
    isHouse: template?.isHouse(text) ?? true,
    worded: template && { at: template.wordedAt, by: template.officer.name },
  }
}
