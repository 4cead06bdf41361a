import db from '@adonisjs/lucid/services/db'
import { narrow } from './filter.ts'
import { selections, type Asked } from './reading/known.ts'

/** What gives 1 for a row of `petitions` that the list holds, and nothing for any other. */
export function holding(asked: Asked) {
  const [selection] = selections(asked, ['holding'], () => [
    narrow(db.query().select(db.raw('1')), asked.officer, asked.filter),
  ])
  return selection!
}
