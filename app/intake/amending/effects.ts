import type { Catalogue } from '#organisation'
import type { LastDays } from '../models/last_day.ts'
import type { Petition } from '../models/petition.ts'
import type { Kind } from '../stages.ts'
import { Refusal } from '#shared/typed/problems'
import type { Consequence } from './foretold.ts'
import type { Recorded } from './record/fields.ts'
import { daysOfKind, isTold } from './days_of_kind.ts'
import { standingAfter, type After } from './standing_after.ts'

/**
 * What a corrected kind, subject or complained-of unit changes besides: the clocks, who sees it, and who
 * has it.
 *
 * @throws Refusal where a tip-off that a unit has would no longer be one: its petitioner was promised to
 *   stay unknown there
 */
export async function effectsOf(
  petition: Petition,
  { before, said }: { before: Recorded; said: Recorded },
  catalogue: Catalogue
) {
  const wasTipOff = before.kind === 'tipOff'
  if (wasTipOff && said.kind !== 'tipOff' && !petition.isAtTheDesk) {
    throw new Refusal({ field: 'kind', rule: 'tipOffStays' })
  }
  const lastDays =
    said.kind === before.kind ? {} : await daysOfKind(petition, said.kind as Kind, catalogue)
  const after = standingAfter(petition, { before, said }, catalogue)
  const tells = [
    ...(said.kind === before.kind ? [] : aboutKind(petition, said.kind, lastDays)),
    ...aboutStanding(petition, after),
  ]
  return { lastDays, after, tells }
}

function aboutKind(petition: Petition, kind: string, lastDays: LastDays): Consequence[] {
  const { promise, legal } = lastDays
  const isNews = isTold(lastDays, petition)
  return [
    ...(petition.kind === 'tipOff' ? [{ key: 'noTipOff' }] : []),
    ...(kind === 'tipOff' ? [{ key: 'tipOff' }] : []),
    ...(promise ? [{ key: isNews ? 'promise' : 'feeOver', values: { on: promise.on } }] : []),
    ...(legal ? [{ key: 'legal', values: { on: legal.on } }] : []),
  ]
}

function aboutStanding(petition: Petition, { changes, followedBy, leaves }: After): Consequence[] {
  const { desk } = changes
  return [
    ...(leaves ? [{ key: 'leaves', values: { unit: leaves.name } }] : []),
    ...(desk && desk !== petition.desk ? [{ key: desk }] : []),
    ...(followedBy ? [{ key: followedBy }] : []),
  ]
}
