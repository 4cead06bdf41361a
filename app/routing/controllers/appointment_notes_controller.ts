import type { HttpContext } from '@adonisjs/core/http'
import { FormAlreadyUsed } from '#intake'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { appointmentAt, keepDay } from '../public_day/keeping.ts'
import { takeNote } from '../public_day/take_note.ts'

/** A line while somebody speaks: a petition, and the next person. */
export default class AppointmentNotesController {
  store(ctx: HttpContext) {
    return keepDay(ctx, async (day, typed) => {
      const { slip, referred } = await noted(
        ctx,
        { day, appointment: appointmentAt(ctx, day) },
        typed
      )
      ctx.session.flash('slip', slip)
      return [`noted.${referred}`, {}]
    })
  }
}

async function noted(ctx: HttpContext, one: Parameters<typeof takeNote>[0], typed: Typed) {
  try {
    return await takeNote(one, ctx, typed)
  } catch (error) {
    if (!(error instanceof FormAlreadyUsed)) throw error
    throw new Refusal({ field: 'said', rule: 'noted' })
  }
}
