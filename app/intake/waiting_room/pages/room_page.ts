import type { HttpContext } from '@adonisjs/core/http'
import type { Typed } from '#shared/typed/typed'
import { timeOfDay } from '#shared/dates/turkish_date'
import { Counter } from '../../models/counter.ts'
import { boardAddress } from './board_address.ts'
import { QueueTicket } from '../../models/queue_ticket.ts'

export const ROOM_PAGE = 'intake/waiting_room/room'
/** Of those who wait so many stand on the page. */
const SHOWN = 30

/** Whom this officer has, who waits, and at which counter the officer sits. */
export async function roomPage(ctx: HttpContext, typed?: Typed) {
  const { officer, catalogue } = ctx
  const { locale } = ctx.i18n
  const { authorityId } = officer
  const [counter, present, waiting] = await Promise.all([
    Counter.of(officer),
    QueueTicket.with(officer),
    QueueTicket.todayAt(authorityId)
      .where({ state: 'waiting' })
      .orderBy('place')
      .limit(SHOWN + 1),
  ])
  return {
    counter: counter?.name ?? null,
    present,
    waiting: waiting.slice(0, SHOWN).map((ticket) => {
      const { number, isPriority, absences, takenAt } = ticket
      return { number, isPriority, absences, since: timeOfDay(takenAt, locale) }
    }),
    more: waiting.length > SHOWN,
    typed: typed?.words ?? { counter: counter?.name ?? '' },
    board: await boardAddress(catalogue.authority, locale),
    seesDay: officer.mayOpen('queue_days.show'),
    keeps: officer.mayOpen('kiosks.edit'),
  }
}
