import type { Officer } from '#organisation'
import type { About } from './about.ts'
import type { Conditions } from './conditions.ts'

/** What a complaint must not be about for somebody to see it, by themselves or in whose place they work. */
function shieldsOf(officer: Officer) {
  const both = officer.actsFor ? [officer, officer.actsFor] : [officer]
  const isNoHead = (unitId: number) =>
    both.some((one) => one.unitId === unitId && !one.ownRoles.includes('unitHead'))
  return {
    units: officer.unitIds.map((id) => ({ id, isHead: !isNoHead(id) })),
    officers: both.map(({ id }) => id),
    authorities: both.some((one) => one.ownRoles.includes('manager')) ? [officer.authorityId] : [],
  }
}

/** Whether it complains about this officer, their unit, or the manager that they are. */
export function isAbout(officer: Officer, about: About) {
  const { units, officers, authorities } = shieldsOf(officer)
  const isUnits = units.some(
    ({ id, isHead }) => id === about.complainedUnitId && !(isHead && about.decider === 'head')
  )
  const isPerson = officers.some((id) => id === about.complainedOfficerId)
  return isUnits || isPerson || authorities.some((id) => id === about.complainedAuthorityId)
}

/** Narrows a query that knows `petitions` to those that are not about this officer. */
export function notAbout(officer: Officer, conditions: Conditions) {
  const { units, officers, authorities } = shieldsOf(officer)
  for (const { id, isHead } of units) {
    isNot('complained_unit_id', id, conditions, (one) => {
      if (isHead) one.orWhere('petitions.decider', 'head')
    })
  }
  for (const id of officers) isNot('complained_officer_id', id, conditions)
  for (const id of authorities) isNot('complained_authority_id', id, conditions)
}

function isNot(
  name: string,
  id: number,
  conditions: Conditions,
  unless: (one: Conditions) => void = () => {}
) {
  conditions.where((one) => {
    one.whereNull(`petitions.${name}`).orWhereNot(`petitions.${name}`, id)
    unless(one)
  })
}
