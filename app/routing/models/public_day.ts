import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { PublicDaySchema } from '#database/schema'
import { Officer } from '#organisation'
import { Appointment } from './appointment.ts'

/** Halk Günü: a day on which a governor, a deputy or a district governor hears people. */
export class PublicDay extends PublicDaySchema {
  @belongsTo(() => Officer, { foreignKey: 'heardBy' })
  declare manager: BelongsTo<typeof Officer>

  @hasMany(() => Appointment)
  declare appointments: HasMany<typeof Appointment>

  get isCancelled() {
    return this.cancelled !== 0
  }

  /** One of this officer's own authority, with its list; null for another's and for none. */
  static seenBy({ authorityId }: Officer, id: string) {
    if (!/^\d{1,9}$/.test(id)) return Promise.resolve(null)
    const own = this.query().where({ id, authority_id: authorityId })
    const inOrder = (list: { orderBy(column: string): unknown }) => void list.orderBy('position')
    return own.preload('manager').preload('appointments', inOrder).first()
  }
}
