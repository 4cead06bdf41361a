import { installation, type Authority } from '#organisation'
import { addressOf } from '#shared/address'

/** Of the board, at whatever name the server was asked: below the authority's code where it is not alone. */
export async function boardAddress({ code }: Authority, locale: string) {
  const { alone } = await installation()
  return addressOf('boards.show', locale, {}, {}, alone ? null : code)
}
