import type { Waits } from './waits.ts'

const OF_OTHERS: Record<Exclude<Waits, 'me'>, string> = {
  officer: 'response.inbox.next.officer',
  head: 'response.inbox.next.head',
  petitioner: 'response.inbox.next.petitioner',
  units: 'response.inbox.next.units',
  fee: 'response.inbox.next.fee',
}

/** What comes next of a petition, as a sentence's key. */
export function nextAction(waits: Waits, { stage, unread }: { stage: string; unread: boolean }) {
  if (waits !== 'me') return OF_OTHERS[waits]
  if (unread) return 'response.inbox.next.read'
  if (stage === 'awaitingApproval') return 'response.inbox.next.approve'
  return stage === 'routed' ? 'response.inbox.next.begin' : 'response.inbox.next.write'
}
