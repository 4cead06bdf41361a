import { column } from '@adonisjs/lucid/orm'
import { ForwardingDispatchSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'

/** By which ways a letter leaves: registered e-mail (KEP), e-mail, post, or somebody's hand. */
export const WAYS = ['kep', 'email', 'post', 'hand'] as const
export type Way = (typeof WAYS)[number]

/** Gönderim: the letter of a forwarding went out. Only an e-mail is sent from here. */
export class ForwardingDispatch extends ForwardingDispatchSchema {
  declare way: Way

  /** Of an e-mail: where it went. */
  @column(sealedColumn)
  declare recipient: string | null
}
