import { HOUSE_LADDER, refuseLadder, type Ladder } from '#organisation'
import type { Typed } from '#shared/typed/typed'

export const YES = ['yes', 'no'] as const
const DAYS = /^-?\d{1,4}$/

/** What the form says; a field that is left empty: not at all. @throws Refusal */
export function readLadder(typed: Typed): Ladder {
  const said = typed.read((form) => {
    const days = (name: string) => {
      const text = form.like(name, DAYS)
      return text === null ? null : Number(text)
    }
    return {
      before: days('before'),
      onDay: form.choice('onDay', YES, { required: true }) === 'yes',
      head: days('head'),
      chief: days('chief'),
      governor: days('governor'),
    }
  })
  refuseLadder(said)
  return said
}

/** The same as the form shows it. */
export function typedOf({ before, onDay, head, chief, governor }: Ladder = HOUSE_LADDER) {
  const said = (days: number | null) => (days === null ? '' : String(days))
  const above = { head: said(head), chief: said(chief), governor: said(governor) }
  return { before: said(before), onDay: onDay ? 'yes' : 'no', ...above }
}
