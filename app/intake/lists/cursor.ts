import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { Day } from '#shared/dates/turkish_date'
import type { ListFilter } from './filter.ts'
import { dueOnOf, type Found } from './row.ts'

/** Where a page ended: by last day and id, or by id alone. Written so that the index can seek. */
export class Cursor {
  private constructor(
    private readonly id: number,
    private readonly dueOn?: string
  ) {}

  static after(row: Found, { stages }: ListFilter) {
    return stages ? `${dueOnOf(row).toISODate()}_${row.id}` : String(row.id)
  }

  static parse(text: string | null | undefined) {
    const [, dueOn, id] = /^(?:([\d-]+)_)?(\d{1,10})$/.exec(text ?? '') ?? []
    if (!id || (dueOn && !Day.parse(dueOn))) return null
    return new Cursor(Number(id), dueOn)
  }

  apply(query: DatabaseQueryBuilderContract) {
    const { id, dueOn } = this
    if (!dueOn) return query.where('petitions.id', '<', id)
    return query
      .where('petitions.due_on', '>=', dueOn)
      .where((rest) => rest.where('petitions.due_on', '>', dueOn).orWhere('petitions.id', '>', id))
  }
}
