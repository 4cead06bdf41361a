import { DateTime } from 'luxon'
import type { UnitQuestion } from '#intake'
import { stamp } from '#shared/dates/stored'
import { Day } from '#shared/dates/turkish_date'

/** What these lists ask of a query. */
interface Query {
  where(column: string, value: unknown): this
  where(column: string, operator: string, value: unknown): this
  where(callback: (query: Query) => void): this
  orWhere(callback: (query: Query) => void): this
  whereNotNull(column: string): this
  orderBy(column: string, direction?: 'asc' | 'desc'): this
}

/** Each list's order, and where a page of it goes on, as its address says it. */
export const PLACES = {
  open: {
    order(query: object, after: string) {
      const [, day, id] = /^(\d{4}-\d\d-\d\d)\.(\d{1,9})$/.exec(after) ?? []
      const open = (query as Query).where('state', 'open')
      if (day && Day.parse(day)) behind(open, ['due_on', day], '>', Number(id))
      open.orderBy('due_on').orderBy('id')
    },
    after: ({ dueOn, id }: UnitQuestion) => `${dueOn.toISODate()}.${id}`,
  },
  ended: {
    order(query: object, after: string) {
      const [, seconds, id] = /^(\d{1,11})\.(\d{1,9})$/.exec(after) ?? []
      const ended = (query as Query).whereNotNull('ended_at')
      const at = seconds && stamp(DateTime.fromSeconds(Number(seconds)))
      if (at) behind(ended, ['ended_at', at], '<', Number(id))
      ended.orderBy('ended_at', 'desc').orderBy('id', 'desc')
    },
    after: ({ endedAt, id }: UnitQuestion) => `${Math.floor(endedAt!.toSeconds())}.${id}`,
  },
}

function behind(query: Query, [column, at]: [string, string], than: '<' | '>', id: number) {
  query.where((one) => {
    one.where(column, than, at)
    one.orWhere((same) => void same.where(column, at).where('id', than, id))
  })
}
