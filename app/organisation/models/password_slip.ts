import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { PasswordSlipSchema } from '#database/schema'
import { Officer } from './officer.ts'

/** How somebody comes to a first password: on paper, or by a link in an e-mail. */
export const WAYS = ['slip', 'link'] as const
export type HandingWay = (typeof WAYS)[number]

/** Parola fişi: a password that somebody handed to somebody else, or a link to choose one; good once. */
export class PasswordSlip extends PasswordSlipSchema {
  @belongsTo(() => Officer, { foreignKey: 'issuedBy' })
  declare issuer: BelongsTo<typeof Officer>

  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>
}
