import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { Objection, type Petition } from '#intake'
import type { Catalogue } from '#organisation'

/** What is answered alone is told on, asks for information or one's own data: a law says how. */
const KINDS: readonly string[] = ['request', 'complaint', 'suggestion', 'thanks']
/** Where it can stand; what was opened again is decided by somebody above. */
const STAGES: readonly string[] = ['received', 'returned', 'routed', 'inProgress']

/**
 * Whether a petition may be one of a wave. Never a tip-off, a complaint about a unit or a person, what is
 * restricted, sensitive or urgent, what many signed, what leads another, or what was concluded before.
 */
export function mayBeInWave(petition: Petition, catalogue: Catalogue) {
  const { complainedUnitId, complainedOfficerId, complainedName, decider } = petition
  const isAbout = complainedUnitId || complainedOfficerId || complainedName || decider !== 'unit'
  const isPlain = petition.circle === 'house' && petition.desk === 'bureau'
  const isAlone = !petition.leads && !petition.leadId && petition.signatures === 0
  const isSensitive = catalogue.subject(petition.subjectId)?.sensitive ?? false
  return (
    KINDS.includes(petition.kind) &&
    STAGES.includes(petition.stage) &&
    petition.locale === 'tr' &&
    petition.urgency === 'ordinary' &&
    isPlain &&
    isAlone &&
    !isAbout &&
    !isSensitive
  )
}

/** What stands in these columns of a petition that is of nobody's special care. */
const PLAIN = {
  ...{ 'petitions.circle': 'house', 'petitions.desk': 'bureau', 'petitions.decider': 'unit' },
  ...{ 'petitions.locale': 'tr', 'petitions.urgency': 'ordinary' },
  ...{ 'petitions.leads': 0, 'petitions.signatures': 0 },
}

/** The same of a query: what became something else since it joined is no member any more. */
export function narrowToWave<Query extends DatabaseQueryBuilderContract<any>>(
  query: Query,
  { tree }: Catalogue
): Query {
  const sensitive = tree.subjects.filter((subject) => subject.sensitive).map(({ id }) => id)
  query
    .where(PLAIN)
    .whereIn('petitions.kind', [...KINDS])
    .whereNull('petitions.lead_id')
    .whereNull('petitions.complained_unit_id')
    .whereNull('petitions.complained_officer_id')
    .whereNull('petitions.complained_name')
  // Whoever objected is answered by a person.
  Objection.none(query)
  if (sensitive.length === 0) return query
  query.where((one) =>
    one.whereNull('petitions.subject_id').orWhereNotIn('petitions.subject_id', sensitive)
  )
  return query
}
