import type { HttpContext } from '@adonisjs/core/http'
import { amendOffice, readOffice } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { OFFICE_PAGE, officePage } from '../office/office_page.ts'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'

/** Makam: what stands about the authority itself. */
export default class OfficesController {
  async show(ctx: HttpContext) {
    return ctx.view.render(OFFICE_PAGE, await officePage(ctx))
  }

  update(ctx: HttpContext) {
    return takeForm(
      ctx,
      OFFICE_PAGE,
      async (typed) => {
        const office = typed.read(readOffice)
        const { id } = ctx.catalogue.authority
        const seen = seenIn(typed)
        return kept(
          ctx,
          'offices.show',
          await amendOffice({ id, seen, author: ctx.officer }, office)
        )
      },
      (typed, refusal) => officePage(ctx, typed, refusal)
    )
  }
}
