import type { HttpContext } from '@adonisjs/core/http'
import { pageOrFragment } from '#shared/fragment'
import { inboxPage } from '../inbox/inbox_page.ts'

/** Gelen kutusu: what the unit in which the officer works must answer, by its last day. */
export default class InboxController {
  async index(ctx: HttpContext) {
    const page = await inboxPage(ctx)
    return pageOrFragment(ctx, 'response/inbox/index', 'response/inbox/_table', page)
  }
}
