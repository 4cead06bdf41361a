import type { Officer } from '#organisation'

/** In whose hands it is what this officer takes: in somebody's place (vekâlet) in theirs, who come back. */
export function ownHand(officer: Officer) {
  return (officer.actsFor ?? officer).id
}
