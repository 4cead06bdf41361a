import type { Petition } from '#intake'
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
