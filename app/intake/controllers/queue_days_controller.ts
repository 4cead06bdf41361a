import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Day, today } from '#shared/dates/turkish_date'
import { dayFigures } from '../waiting_room/day_figures.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'

/** What a day in the waiting room was like, for whoever watches. */
export default class QueueDaysController {
  async show(ctx: HttpContext) {
    roomOpen(ctx)
    const { officer, view } = ctx
    const day = Day.parse(Typed.from(ctx).text('gun')) ?? today()
    const figures = await dayFigures(officer.authorityId, day.toISODate()!)
    const [before, after] = [-1, 1].map((days) => day.plus({ days }).toISODate())
    const most = Math.max(1, ...figures.hours.map(({ served }) => served))
    const around = { day, before, after, isToday: day >= today(), most }
    return view.render('intake/waiting_room/day', { ...figures, ...around })
  }
}
