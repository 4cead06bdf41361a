import db from '@adonisjs/lucid/services/db'
import { insertRows } from '#database/fill'

/** Each petition was opened by everybody of its authority's first officers, each of whom searched as often. */
export async function manyLooks() {
  const petitions: Brought[] = await db
    .from('petitions')
    .select('id', 'authority_id', 'received_at')
    .orderBy('id')
  const officers: Person[] = await db.from('officers').select('id', 'authority_id').orderBy('id')
  const people = Map.groupBy(officers, (one) => one.authority_id)
  const looks = petitions.flatMap(({ id, authority_id: of, received_at: at }) =>
    (people.get(of) ?? officers).slice(0, EACH).map((one) => ({
      look: { petition_id: id, officer_id: one.id, authority_id: of, viewed_at: at },
      search: { officer_id: one.id, authority_id: of, kind: 'number', made_at: at },
    }))
  )
  await insertRows(
    db.connection(),
    'views',
    looks.map(({ look }) => look)
  )
  const searches = looks.map(({ search }, at) => ({ ...search, digest: String(at) }))
  await insertRows(db.connection(), 'inquiries', searches)
}

const EACH = 2

interface Brought {
  id: number
  authority_id: number
  received_at: string
}
type Person = Omit<Brought, 'received_at'>
