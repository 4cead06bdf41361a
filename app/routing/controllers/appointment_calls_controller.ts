import type { HttpContext } from '@adonisjs/core/http'
import { markTold } from '../public_day/changing/told.ts'
import { appointmentAt, keepDay } from '../public_day/keeping.ts'

/** Arandı: whoever has an appointment was told that its day changed, or is not held. */
export default class AppointmentCallsController {
  store(ctx: HttpContext) {
    return keepDay(ctx, async (day, typed) => {
      await markTold(appointmentAt(ctx, day), ctx.officer, typed.text('change'))
      return ['told', {}]
    })
  }
}
