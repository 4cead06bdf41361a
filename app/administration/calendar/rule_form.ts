import { CLOCKS, LONGEST, type Rule, type RuleSaid, type Which } from '#organisation'
import type { Typed, Words } from '#shared/typed/typed'

const MAX = LONGEST.deadline_rules
const YES = ['yes', 'no'] as const

/** What the form of a rule says. Open hours never end on a day off: nothing rolls on. @throws Refusal */
export function readRule(typed: Typed, { clock }: Which): RuleSaid {
  const { counted, starts } = CLOCKS[clock]
  return typed.read((form) => ({
    days: Number(form.like('days', /^-?\d{1,4}$/, { required: true })),
    counted: form.choice('counted', counted, { required: true }),
    rolls: inHours({ clock }) ? false : form.choice('rolls', YES, { required: true }) === 'yes',
    starts: form.choice('starts', starts) ?? starts[0]!,
    reason: form.line('reason', { required: true, max: MAX.reason }),
    reasonEn: form.line('reasonEn', { required: true, max: MAX.reason_en }),
    source: form.line('source', { required: true, max: MAX.source }),
  }))
}

/** The form of a rule as it stands. */
export function ruleTyped(rule: Rule): Words {
  const { days, counted, rolls, starts = 'receipt', reason, reasonEn, source } = rule
  const words = { days: String(days), counted, rolls: rolls ? 'yes' : 'no', starts }
  return { ...words, reason, reasonEn, source }
}

/** What somebody chooses from. */
export function choicesOf({ clock }: Pick<Which, 'clock'>) {
  const { counted, starts } = CLOCKS[clock]
  return { counted, starts, yes: inHours({ clock }) ? [] : YES }
}

function inHours({ clock }: Pick<Which, 'clock'>) {
  return CLOCKS[clock].counted.every((one) => one === 'hours')
}
