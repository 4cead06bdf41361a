import { ownHand, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import type { Typed, Words } from '#shared/typed/typed'
import { Trail } from './trail.ts'
import type { Names } from '../card/names.ts'

/** From which list of the inbox the card was opened, and the ways along it; null: from elsewhere. */
export function trailOf(asked: Typed, typed: Words, { number }: Petition, locale: string) {
  const trail = Trail.parse(asked.text('liste') || (typed.liste ?? ''))
  if (!trail) return null
  const { words } = trail
  const to = (yon: string) =>
    addressOf('neighbours.show', locale, { number }, { liste: words, yon })
  return { words, list: `${trail.address(locale)}#p${number}`, next: to(''), previous: to('geri') }
}

/** In whose hands it is, in names; `isFree`: in nobody's. */
export function handsOf({ assigneeId, partnerId }: Petition, officer: Officer, names: Names) {
  return {
    assignee: names.officer(assigneeId ?? null),
    partner: names.officer(partnerId ?? null),
    isFree: !assigneeId,
    isMine: assigneeId === ownHand(officer),
  }
}
