import type { Form } from '#shared/typed/typed'
import type { Facts } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Conditions } from './conditions.ts'
import type { RuleBook } from './rule_book.ts'

/** What petitions have: their kinds, and how urgent they are. */
export interface Sorts {
  kinds: readonly string[]
  levels: readonly string[]
}

/** What a rule says, beside its place in the order. */
export type Said = Conditions & { unitId: number; reason: string }

/** Everything of a rule that is typed; `others` are the rules that it stands between. */
export function readRule(form: Form, book: RuleBook, { kinds, levels }: Sorts, others: number) {
  const about = readAbout(form, book)
  const where = readWhere(form, book)
  const places = Array.from({ length: others + 1 }, (_, at) => String(at + 1))
  return {
    ...{ ...about, ...where },
    kind: form.choice('kind', kinds),
    urgency: form.choice('urgency', levels),
    unitId: readUnit(form, book),
    reason: form.line('why', { max: LONGEST.routing_rules.reason, required: true }),
    position: Number(form.choice('position', places, { required: true })),
  }
}

/** A heading by its id (h:3), or a subject by its code (s:yol). */
function readAbout(form: Form, { shelf: { tree } }: RuleBook) {
  const typed = form.text('about')
  const heading = tree.headings.find(({ id }) => typed === `h:${id}`)
  const subject = tree.subjects.find(({ code }) => typed === `s:${code}`)
  const found = heading ?? subject
  if (typed && !found) form.wrong('about', 'choice')
  if (found?.closedOn) form.wrong('about', 'closed', { name: found.name })
  return { headingId: heading?.id ?? null, subjectId: subject?.id ?? null }
}

/** A sort of place (village), or one of them by its id (n:3). */
function readWhere(form: Form, { shelf: { places } }: RuleBook) {
  const typed = form.text('where')
  const placeKind = ['quarter', 'village'].find((one) => one === typed) ?? null
  const place = places.find(({ id }) => typed === `n:${id}`)
  if (typed && !placeKind && !place) form.wrong('where', 'choice')
  if (place?.closedOn) form.wrong('where', 'closed', { name: place.called })
  return { neighbourhoodId: place?.id ?? null, placeKind }
}

function readUnit(form: Form, { shelf: { units } }: RuleBook) {
  const typed = form.text('unit')
  const unit = units.find(({ code }) => code === typed)
  if (!unit) form.wrong('unit', typed ? 'choice' : 'missing')
  else if (unit.closedOn) form.wrong('unit', 'closed', { unit: unit.name })
  return unit?.id ?? 0
}

/** As the list of changes shows it. */
export function ruleFacts(rule: Said, { shelf }: RuleBook): Facts {
  const { tree, units, places } = shelf
  const { headingId, subjectId, neighbourhoodId, placeKind, kind, urgency } = rule
  const heading = tree.headings.find(({ id }) => id === headingId)
  const subject = subjectId ? tree.subject(subjectId) : undefined
  return {
    about: (heading ?? subject)?.name ?? null,
    place: places.find(({ id }) => id === neighbourhoodId)?.called ?? null,
    ...{ placeKind, kind, urgency },
    unit: units.find(({ id }) => id === rule.unitId)?.name ?? null,
    ruleReason: rule.reason,
  }
}

/** What it is called in the list of changes: Yol bakımı, Akçay Mahallesi → Belediye. */
export function ruleName(rule: Said, book: RuleBook) {
  const { about, place, unit } = ruleFacts(rule, book)
  const asked = [about, place].filter(Boolean).join(', ')
  return asked ? `${asked} → ${unit}` : (unit ?? '')
}
