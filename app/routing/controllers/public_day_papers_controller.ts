import type { HttpContext } from '@adonisjs/core/http'
import { dayAt, dayPage } from '../public_day/day_page.ts'

/** Of a public day on paper: the programme beforehand, the minutes afterwards. */
export default class PublicDayPapersController {
  async index(ctx: HttpContext) {
    return ctx.view.render(
      'routing/public_days/programme',
      await dayPage(ctx, await dayAt(ctx), '')
    )
  }

  async show(ctx: HttpContext) {
    const page = await dayPage(ctx, await dayAt(ctx), '')
    const count = (state: string) =>
      page.lines.filter(({ appointment }) => appointment.state === state).length
    const counts = {
      heard: count('heard'),
      absent: page.lines.length - count('heard'),
      walkIns: page.lines.filter(({ appointment }) => appointment.at === null).length,
    }
    return ctx.view.render('routing/public_days/minutes', { ...page, counts })
  }
}
