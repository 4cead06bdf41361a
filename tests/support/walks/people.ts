import type { Role } from '#organisation'

/** Everybody as the demonstration has them, and those with two roles. `most`: the unit that has most. */
export const PEOPLE = {
  desk: ['bureau', 'bureauOfficer'],
  chief: ['bureau', 'bureauChief'],
  deskAndChief: ['bureau', 'bureauOfficer', 'bureauChief'],
  bigUnit: ['most', 'unitOfficer'],
  bigHead: ['most', 'unitHead'],
  smallUnit: ['few', 'unitOfficer', 'unitHead'],
  idleUnit: ['none', 'unitOfficer'],
  noUnit: [null, 'unitOfficer'],
  manager: [null, 'manager'],
  managerOfUnit: ['most', 'manager', 'unitHead'],
  managerAndChief: [null, 'manager', 'bureauChief'],
  deskOfUnit: ['most', 'bureauOfficer', 'unitOfficer'],
  it: [null, 'it'],
  auditor: [null, 'auditor'],
  auditorOfUnit: ['most', 'auditor', 'unitOfficer'],
} as const satisfies Record<string, readonly [string | null, ...Role[]]>
export type Who = keyof typeof PEOPLE
