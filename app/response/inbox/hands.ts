import { Officer } from '#organisation'

/** In whose hands a petition is, and who shares the work. */
export interface Hands {
  assigneeId: number | null
  partnerId: number | null
}

/** The names of all of them, by id; of other authorities nobody's. */
export async function namesOf(
  lines: readonly Hands[],
  besides: number[],
  { authorityId }: Officer
) {
  const ids = lines.flatMap(({ assigneeId, partnerId }) => [assigneeId, partnerId])
  const some = [...new Set([...ids, ...besides])].filter((id) => id !== null)
  if (some.length === 0) return new Map<number, string>()
  const people = await Officer.query()
    .whereIn('id', some)
    .where('authority_id', authorityId)
    .select('id', 'name')
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** One name, or two. */
export function inWords({ assigneeId, partnerId }: Hands, names: Map<number, string>) {
  const both = [assigneeId, partnerId].flatMap((id) => (id && names.get(id)) || [])
  return both.length > 0 ? both.join(', ') : null
}
