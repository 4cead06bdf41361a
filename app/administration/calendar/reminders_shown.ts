import { HOUSE_LADDER, ReminderRule, type Clock } from '#organisation'

const CLOCKS = ['promise', 'legal'] as const satisfies Clock[]

/** Which clock an address names, or none. */
export function clockIn({ clock }: Record<string, string>) {
  return CLOCKS.find((one) => one === clock) ?? null
}

/** How an authority reminds on each clock: by its own words, or as the house does. */
export function remindersShown(authorityId: number) {
  return Promise.all(
    CLOCKS.map(async (clock) => {
      const own = await ReminderRule.ownOf(authorityId, clock)
      const { before, onDay, head, chief, governor } = own ?? HOUSE_LADDER
      return { clock, isOwn: own !== null, before, onDay, head, chief, governor }
    })
  )
}
