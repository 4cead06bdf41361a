import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { Catalogue, type Subject, type Unit } from '#organisation'
import { insertRows } from '#database/fill'
import { hasMoreUnits } from '#tests/support/databases/district'

/** So many units take part, the bureau and those without a petition included. */
const UNITS = 30
/** By the demonstration's codes: its officers sign in as `tarim`, `goc` and `afad`. */
const LARGEST = 'TAR'
const SMALLEST = 'GOC'
const WITHOUT_ANY = 'AFAD'

/** Who and what the crowd's petitions have to do with. */
export interface Cast {
  catalogue: Catalogue
  bureau: Unit
  /** The one that answers most first, the one that answers least last. */
  units: Unit[]
  /** Has never had a petition. */
  withoutAny: Unit
  external: Unit
  /** What is asked about most first; the last one hardly ever. */
  subjects: Subject[]
  sensitive?: Subject
  /** Who works in a unit, by the unit's id. */
  officers: Map<number, number>
}

/** Of this authority; what it lacks of units is added. */
export async function castOf(authorityId: number, client: QueryClientContract): Promise<Cast> {
  await addUnits(authorityId, client)
  hasMoreUnits()
  const catalogue = await Catalogue.of(authorityId)
  const { bureau, subjects } = catalogue
  const internal = catalogue.units.filter((unit) => !unit.isBureau && !unit.isExternal)
  const named = (code: string) => internal.find((unit) => unit.code === code)!
  const others = internal.filter(({ code }) => ![LARGEST, SMALLEST, WITHOUT_ANY].includes(code))
  const working = await client.from('officers').where('authority_id', authorityId).orderBy('id')
  // Where nobody works yet somebody of another authority did it all.
  const officers =
    working.length > 0
      ? working
      : (await client.from('officers').orderBy('id').limit(1)).flatMap(({ id }) =>
          catalogue.units.map((unit) => ({ id, unit_id: unit.id }))
        )
  return {
    catalogue,
    bureau,
    units: [named(LARGEST), ...others, named(SMALLEST)],
    withoutAny: named(WITHOUT_ANY),
    external: catalogue.units.find((unit) => unit.isExternal)!,
    subjects: subjects.filter(({ sensitive }) => !sensitive),
    sensitive: subjects.find(({ sensitive }) => sensitive),
    officers: new Map(
      officers.toReversed().map(({ id, unit_id: unit }) => [Number(unit), Number(id)])
    ),
  }
}

async function addUnits(authorityId: number, client: QueryClientContract) {
  const known = client.from('units').where('authority_id', authorityId)
  const there = await known.whereNot('kind', 'external').select('code')
  const missing = Math.max(0, UNITS - there.length)
  const rows = Array.from({ length: missing }, (_, at) => ({
    authority_id: authorityId,
    code: `DNM${at + 1}`,
    name: `Deneme ${at + 1}. Şube Müdürlüğü`,
    short_name: `Deneme ${at + 1}`,
    kind: 'internal',
  }))
  await insertRows(client, 'units', rows)
}
