import type { HttpContext } from '@adonisjs/core/http'
import { amendHost, Host } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'
import { OFFICE_PAGE, officePage } from '../office/office_page.ts'

/** At which name the server is asked for the authority: entered in the machine room. */
export default class HostsController {
  store(ctx: HttpContext) {
    return takeForm(
      ctx,
      OFFICE_PAGE,
      async (typed) => {
        const host = typed.read((form) => form.as('host', Host))
        const { id } = ctx.catalogue.authority
        const seen = seenIn(typed)
        return kept(ctx, 'offices.show', await amendHost({ id, seen, author: ctx.officer }, host))
      },
      (typed, refusal) => officePage(ctx, typed, refusal)
    )
  }
}
