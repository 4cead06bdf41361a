import type { Petition, StepKind } from '#intake'
import type { Officer } from '#organisation'

/** Whether the newest step is this officer's own, of that kind and with that note: pressed twice. */
export async function wasPassedBy(
  officer: Officer,
  petition: Petition,
  { kind, note }: { kind: StepKind; note: string | null }
) {
  const newest = await petition.related('steps').query().first()
  const isOwn = newest?.kind === kind && newest.officerId === officer.id
  return isOwn && (newest.note ?? '').endsWith(note ?? '')
}
