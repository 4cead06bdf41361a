import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { checkPage, saidOf, TypedSlip } from '../slip/checking/check_page.ts'

const PAGE = 'intake/slip_checks/create'

/**
 * Whether somebody's slip is of this installation. The answer to the POST is the page itself, for
 * browsers without the script that says the same; neither asks the database.
 */
export default class SlipChecksController {
  create(ctx: HttpContext) {
    return ctx.view.render(PAGE, checkPage(ctx))
  }

  store(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    const rest = () => checkPage(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const { slip } = typed.read((form) => ({
          slip: form.as('slip', TypedSlip, { required: true }),
        }))
        return ctx.view.render(PAGE, { ...rest(), typed: typed.words, said: saidOf(slip, ctx) })
      },
      rest
    )
  }
}
