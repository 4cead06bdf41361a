import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { CalendarMove } from '#intake'
import { Holiday, type Officer } from '#organisation'

/** Days off that came out of a file move open petitions onwards, as those of the page do. */
export function holidaysMove({ id: officerId }: Officer) {
  return async (ids: number[], trx: TransactionClientContract) => {
    for (const holiday of await Holiday.query({ client: trx }).whereIn('id', ids).orderBy('day')) {
      const { authorityId, forTree, name, day } = holiday
      const days = { name, firstDay: day, lastDay: day }
      await CalendarMove.begin({ authorityId, forTree, officerId, ...days }, trx)
    }
  }
}
