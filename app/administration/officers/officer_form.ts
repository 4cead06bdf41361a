import type { Catalogue, Officer, Role, Unit } from '#organisation'
import { ROLES, seesPetitions } from '#organisation'
import type { Form, Typed } from '#shared/typed/typed'

/** Which roles this officer's form asks for: the machine room names nobody who sees petitions. */
export function offeredRoles(by: Officer): Role[] {
  return ROLES.filter((role) => by.can('officers.appoint') || !seesPetitions(role))
}

/** Where somebody can work: with the unit of now, also when it has been closed. */
export function offeredUnits({ units }: Catalogue, present: Unit | null = null) {
  const open = units.filter(({ isExternal }) => !isExternal)
  return present && !open.includes(present) ? [present, ...open] : open
}

/**
 * The post that a form says. What it did not ask for stays as it was; what somebody ticked who was not
 * asked is read all the same, and refused by the rule of who appoints.
 */
export function readPost(
  form: Form,
  catalogue: Catalogue,
  by: Officer,
  was: { roles: readonly Role[]; unit: Unit | null }
) {
  const asked = offeredRoles(by)
  const chosen = ROLES.filter((role) => form.ticks(`role-${role}`))
  const kept = was.roles.filter((role) => !asked.includes(role))
  const roles = ROLES.filter((role) => chosen.includes(role) || kept.includes(role))
  return { roles, unit: form.has('unit') ? unitIn(form, catalogue, was.unit) : was.unit }
}

/** Of oneself: whatever was ticked comes on top of what one has. */
export function ownPost(form: Form, was: { roles: readonly Role[]; unit: Unit | null }) {
  const roles = ROLES.filter((role) => was.roles.includes(role) || form.ticks(`role-${role}`))
  return { roles, unit: was.unit }
}

function unitIn(form: Form, catalogue: Catalogue, was: Unit | null) {
  const units = offeredUnits(catalogue, was)
  const code = form.choice('unit', [...units.map((one) => one.code), ''])
  return units.find((one) => one.code === code) ?? null
}

/** The boxes as a page shows them: as they were typed, else as they are. */
export function ticked(typed: Typed, roles: readonly Role[]) {
  const wasSent = typed.has('version')
  return ROLES.filter((role) => (wasSent ? typed.ticks(`role-${role}`) : roles.includes(role)))
}
