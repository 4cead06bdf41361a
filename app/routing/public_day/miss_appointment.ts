import { again } from '#shared/database/transaction'
import { Appointment } from '../models/appointment.ts'

/** Gelmedi: only of whoever was not heard. */
export function missAppointment({ id }: Appointment) {
  const expected = Appointment.query().where({ id, state: 'expected' })
  return again(() => expected.clone().update({ state: 'absent' }))
}
