import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { notFound } from '#shared/not_found'
import { today } from '#shared/dates/turkish_date'
import { type Typed } from '#shared/typed/typed'
import { PublicDay } from '../models/public_day.ts'
import { changesOf } from './changing/change_page.ts'
import { against } from './changing/standing.ts'
import { petitionsOf } from './petitions_of.ts'

export const DAY_PAGE = 'routing/public_days/show'

/** @throws not found where it is not this officer's authority's */
export async function dayAt(ctx: HttpContext) {
  const day = await PublicDay.seenBy(ctx.officer, ctx.params.id)
  if (!day) notFound(ctx)
  return day
}

/** The list of the day, and whoever is heard now with a line to write on. */
export async function dayPage(ctx: HttpContext, day: PublicDay, chosen: string, typed?: Typed) {
  const { officer, catalogue, session } = ctx
  const lines = await petitionsOf(day, officer, catalogue)
  const waiting = lines.filter(({ appointment }) => !appointment.isHeard)
  // What was written stands on the page again, also beside somebody who was heard meanwhile.
  const asked = (typed ? lines : waiting).find(
    ({ appointment }) => String(appointment.id) === chosen
  )
  // Before the day nobody is heard, unless somebody is chosen from the list.
  const isAhead = day.day > today().toISODate()!
  const next = waiting.find(({ appointment }) => appointment.state === 'expected')
  const now = asked ?? (isAhead && !typed ? undefined : next)
  return {
    day,
    on: DateTime.fromISO(day.day, { zone: 'utc' }),
    lines,
    // Beside a cancelled day only what somebody wrote while it was cancelled.
    now: (day.isCancelled ? typed && asked : now)?.appointment ?? null,
    toTell: day.appointments.filter((one) => one.toTell !== null),
    ...{ changes: await changesOf(day), against: against(day) },
    position: 1 + (day.appointments.at(-1)?.position ?? 0),
    units: catalogue.units,
    keeps: officer.mayOpen('appointments.store'),
    slip: session.flashMessages.get('slip') ?? null,
    typed: typed?.words ?? {},
  }
}
