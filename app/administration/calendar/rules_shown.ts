import { KINDS, LEVELS } from '#intake'
import { CLOCKS, RULE_CLOCKS, type Rule, type RuleClock, type Which } from '#organisation'

/** How an address names the rule for all kinds that have none of their own. */
const GENERAL = 'genel'
const URGENT = LEVELS.filter((level) => level !== 'ordinary')

/** Which rule an address names, or none: `genel`, a kind, and after a point how urgent. */
export function whichIn({ clock, kind = '' }: Record<string, string>): Which | null {
  return every().find((one) => one.clock === clock && pieceOf(one) === kind) ?? null
}

/** The same as a piece of an address. */
function pieceOf({ petitionKind, urgency }: Which) {
  const kind = petitionKind ?? GENERAL
  return urgency ? `${kind}.${urgency}` : kind
}

/** The rule that counts for exactly these, the authority's own before the nation's. */
export function ruleOf(rules: readonly Rule[], which: Which) {
  const mine = rules.filter(
    (one) =>
      one.clock === which.clock &&
      one.petitionKind === which.petitionKind &&
      (one.urgency ?? null) === which.urgency
  )
  return mine.find(({ authorityId }) => authorityId !== null) ?? mine[0]
}

/** Each clock with the rules that were said for it, and for what else there could be one. */
export function rulesShown(rules: readonly Rule[]) {
  return RULE_CLOCKS.map((clock) => {
    const all = every()
      .filter((one) => one.clock === clock)
      .map((which) => ({ ...named(which), rule: ruleOf(rules, which) }))
    const rows = all.flatMap(({ rule, ...one }) => (rule ? [{ ...one, rule }] : []))
    const others = all.filter(({ rule, petitionKind, urgency }) => {
      return !rule && !(petitionKind && urgency)
    })
    return { clock, rows: rows.map((one) => ({ ...one, isOwn: !!one.rule.authorityId })), others }
  })
}

/** As pages name it. */
export function named(which: Which) {
  return { ...which, piece: pieceOf(which) }
}

function every(): Which[] {
  return RULE_CLOCKS.flatMap((clock) =>
    kindsOf(clock).flatMap((petitionKind) =>
      urgenciesOf(clock).map((urgency) => ({ clock, petitionKind, urgency }))
    )
  )
}

function kindsOf(clock: RuleClock): readonly (string | null)[] {
  const { kinds } = CLOCKS[clock]
  return kinds === 'any' ? [null, ...KINDS] : (kinds ?? [null])
}

/** What is not urgent is looked at in its turn. */
function urgenciesOf(clock: RuleClock): readonly (string | null)[] {
  if (clock === 'look') return URGENT
  return CLOCKS[clock].byUrgency ? [null, ...URGENT] : [null]
}
