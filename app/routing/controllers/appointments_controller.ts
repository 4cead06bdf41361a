import type { HttpContext } from '@adonisjs/core/http'
import { appointmentAt, keepDay } from '../public_day/keeping.ts'
import { giveAppointment } from '../public_day/give_appointment.ts'
import { missAppointment } from '../public_day/miss_appointment.ts'

/** Randevu: who is to be heard when, and who did not come. */
export default class AppointmentsController {
  store(ctx: HttpContext) {
    return keepDay(ctx, async (day, typed) => {
      const { at } = await giveAppointment(day, ctx.officer, typed)
      return at ? ['given', { at: at.replace(':', '.') }] : ['come', {}]
    })
  }

  destroy(ctx: HttpContext) {
    return keepDay(ctx, async (day) => {
      await missAppointment(appointmentAt(ctx, day))
      return ['absent', {}]
    })
  }
}
