import type { HttpContext } from '@adonisjs/core/http'
import { CalendarMove } from '#intake'
import { above, Catalogue, Holiday, reachesOf, reachOf } from '#organisation'
import { pageOrFragment } from '#shared/fragment'
import { today } from '#shared/dates/turkish_date'
import { Typed } from '#shared/typed/typed'
import { remindersShown } from '../calendar/reminders_shown.ts'
import { rulesShown } from '../calendar/rules_shown.ts'

/** The first and the last year that the page shows. */
const FROM = 2000
const UNTIL = 2100

/** Takvim: the days off of a year, the rules of the clocks, and what is being moved. */
export default class CalendarController {
  async index(ctx: HttpContext) {
    const { officer } = ctx
    const { authority, rules } = await Catalogue.of(officer.authorityId)
    const over = await above(authority.id)
    const reaches = await reachesOf(authority)
    const year = yearIn(Typed.from(ctx).text('yil'))
    const holidays = await Holiday.thatCountAt(authority.id, over, year)
    const moves = await CalendarMove.latestOf(authority.id, over)
    return pageOrFragment(ctx, 'administration/calendar/index', 'administration/calendar/_moves', {
      year,
      holidays: holidays.map((one) => ({
        ...{ id: one.id, day: one.day, name: one.name, portion: one.portion, kind: one.kind },
        basis: one.basis,
        reach: reachOf(one),
        isKept:
          one.authorityId === authority.id || (!one.authorityId && reaches.includes('nation')),
      })),
      rules: rulesShown(rules),
      reminders: await remindersShown(authority.id),
      moves,
      isMoving: moves.some(({ isFinished }) => !isFinished),
      authority: authority.name,
    })
  }
}

function yearIn(text: string) {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= FROM && year <= UNTIL ? year : today().year
}
