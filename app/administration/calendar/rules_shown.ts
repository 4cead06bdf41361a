import { KINDS } from '#intake'
import type { Clock, Rule, Which } from '#organisation'

const CLOCKS = ['promise', 'legal'] as const satisfies Clock[]
/** How an address names the rule for all kinds that have none of their own. */
export const GENERAL = 'genel'

/** Which rule an address names, or none. */
export function whichIn({ clock, kind }: Record<string, string>): Which | null {
  const known = CLOCKS.find((one) => one === clock)
  const petitionKind = KINDS.find((one) => one === kind) ?? null
  if (!known || (kind !== GENERAL && !petitionKind)) return null
  return { clock: known, petitionKind }
}

/** The rule that counts for exactly these, the authority's own before the nation's. */
export function ruleOf(rules: readonly Rule[], { clock, petitionKind }: Which) {
  const mine = rules.filter((one) => one.clock === clock && one.petitionKind === petitionKind)
  return mine.find(({ authorityId }) => authorityId !== null) ?? mine[0]
}

/** Each clock, in general and by kind, with the rule that was said for it. */
export function rulesShown(rules: readonly Rule[]) {
  return CLOCKS.flatMap((clock) =>
    [null, ...KINDS].map((petitionKind) => {
      const rule = ruleOf(rules, { clock, petitionKind })
      return {
        clock,
        kind: petitionKind ?? GENERAL,
        rule: rule ?? null,
        isOwn: !!rule?.authorityId,
      }
    })
  )
}
