import type { Form } from '#shared/typed/typed'
import type { Facts } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Unit } from '../models/unit.ts'

/** What is asked of a new unit: the bureau is there from the beginning. */
export const UNIT_KINDS = ['internal', 'external'] as const

const { units: MAX } = LONGEST
/** Of a desk as well, which no text reaches: 0266 373 10 10, 444 0 123, 112. */
const TELEPHONE = new RegExp(`^[+\\d][\\d ()/.-]{2,${MAX.phone - 1}}$`)

/** Everything of a unit that is typed; `units` are all that the authority has, `own` the one that is kept. */
export function readUnit(form: Form, units: readonly Unit[], own: Unit | null) {
  const name = form.line('name', { max: MAX.name, required: true })
  const shortName = form.line('shortName', { max: MAX.short_name, required: true })
  const kind = readKind(form, own)
  const parent = readParent(form, units, own)
  const phone = form.like('phone', TELEPHONE, { wrong: 'telephone' })
  const email = form.email('email')?.toString() ?? null
  if (email && email.length > MAX.email) form.wrong('email', 'maxLength', { max: MAX.email })
  const competence = form.multiline('competence', { max: MAX.competence })
  if (units.some((one) => one.id !== own?.id && !one.closedOn && one.name === name)) {
    form.wrong('name', 'taken')
  }
  return { name, shortName, kind, parentId: parent?.id ?? null, phone, email, competence }
}

/** As the list of changes shows it. */
export function unitFacts(unit: Unit, units: readonly Unit[]): Facts {
  const { name, shortName, kind, parentId, phone, email, competence } = unit
  const parent = units.find(({ id }) => id === parentId)?.name ?? null
  return { name, shortName, kind, parent, phone, email, competence }
}

/** What petitions lie with cannot become what they are sent away to; the bureau stays the bureau. */
function readKind(form: Form, own: Unit | null) {
  if (own?.isBureau) return own.kind
  const kind = form.choice('kind', UNIT_KINDS, { required: true })
  if (own?.kind === 'internal' && kind === 'external') form.wrong('kind', 'stays')
  return kind
}

function readParent(form: Form, units: readonly Unit[], own: Unit | null) {
  const code = form.text('parent')
  if (!code) return null
  const parent = units.find((one) => one.code === code)
  if (!parent) form.wrong('parent', 'choice')
  else if (parent.id === own?.id) form.wrong('parent', 'itself')
  else if (parent.closedOn && parent.id !== own?.parentId) form.wrong('parent', 'closed')
  else if (own && isUnder(parent, own, units)) form.wrong('parent', 'circle')
  return parent ?? null
}

/** Whether the way up from one leads to the other. */
function isUnder(one: Unit, other: Unit, units: readonly Unit[]) {
  const seen = new Set<number>()
  for (let at: Unit | undefined = one; at && !seen.has(at.id); at = above(at, units)) {
    if (at.id === other.id) return true
    seen.add(at.id)
  }
  return false
}

function above({ parentId }: Unit, units: readonly Unit[]) {
  return units.find(({ id }) => id === parentId)
}
