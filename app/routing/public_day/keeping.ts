import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import type { Appointment } from '../models/appointment.ts'
import type { PublicDay } from '../models/public_day.ts'
import { DAY_PAGE, dayAt, dayPage } from './day_page.ts'

/** Takes one of the forms on a day's page: the page again with all that was typed, or what was done. */
export async function keepDay(
  ctx: HttpContext,
  act: (day: PublicDay, typed: Typed) => Promise<Done>
) {
  const day = await dayAt(ctx)
  return takeForm(
    ctx,
    DAY_PAGE,
    async (typed) => {
      const [key, params] = await act(day, typed)
      ctx.session.flash('done', { key: `routing.publicDay.done.${key}`, params })
      const page = addressOf('public_days.show', ctx.officer.locale, { id: day.id })
      return ctx.response.redirect().status(303).toPath(page)
    },
    (typed) => dayPage(ctx, day, ctx.params.appointment ?? '', typed)
  )
}

/** Which sentence says it, and with what in it. */
export type Done = [key: string, params: Record<string, string>]

/** @throws not found where it is not of this day */
export function appointmentAt(ctx: HttpContext, { appointments }: PublicDay): Appointment {
  const found = appointments.find(({ id }) => String(id) === ctx.params.appointment)
  if (!found) notFound(ctx)
  return found
}
