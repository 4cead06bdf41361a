import { column } from '@adonisjs/lucid/orm'
import { AppointmentSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import { PhoneNumber } from '#shared/typed/phone_number'

/** `absent`: did not come; who comes late is heard all the same. */
export type AppointmentState = 'expected' | 'heard' | 'absent'

/** Randevu: somebody is to be heard on a public day; without a time, somebody who came without one. */
export class Appointment extends AppointmentSchema {
  @column(sealedColumn)
  declare name: string

  @column(sealedColumn)
  declare phone: string | null

  @column(sealedColumn)
  declare about: string | null

  get isHeard() {
    return this.state === 'heard'
  }

  get telephone() {
    return this.phone ? PhoneNumber.parse(this.phone) : null
  }
}
