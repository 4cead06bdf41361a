/**
 * Who may do what: the one table. Roles combine in one person, since in a small district one
 * person holds several. Asked as `officer.can('petition.refer')`.
 *
 * `it` (bilgi işlem) keeps the machine running and sees no petition by that role alone.
 */
export const ROLES = [
  'bureauOfficer',
  'bureauChief',
  'unitOfficer',
  'unitHead',
  'manager',
  'it',
] as const
export type Role = (typeof ROLES)[number]

const MAY = {
  'petition.receive': ['bureauOfficer', 'bureauChief'],
  /** Is of the bureau, whatever other role besides: never sees a complaint about it. */
  'bureau.belong': ['bureauOfficer', 'bureauChief'],
  'petition.seeAll': ['bureauOfficer', 'bureauChief', 'manager'],
  'petition.seeOwnUnit': ['unitOfficer', 'unitHead'],
  'petition.refer': ['bureauOfficer', 'bureauChief'],
  'petition.referAfterReturns': ['bureauChief'],
  /** A complaint about the bureau is for whoever stands above it (CİMER regulation). */
  'aboutBureau.see': ['manager'],
  'aboutBureau.refer': ['manager'],
  /** May know who brought a tip-off. */
  'tipOff.identity': ['bureauOfficer', 'bureauChief'],
  'restricted.seeInBureau': ['bureauOfficer', 'bureauChief'],
  'restricted.seeAll': ['bureauChief'],
  'petition.restrict': ['bureauOfficer', 'bureauChief'],
  'queue.see': ['bureauOfficer', 'bureauChief'],
  'register.see': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead', 'manager'],
  'inbox.see': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'],
  'answer.draft': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'],
  'answer.approve': ['bureauChief', 'unitHead'],
  'missed.see': ['bureauOfficer', 'bureauChief'],
  'petitioner.reach': ['bureauOfficer', 'bureauChief'],
  'figures.see': ['bureauChief', 'manager'],
  'gateways.see': ['it'],
  'texts.word': ['bureauChief'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof MAY

/** Whether any of these roles carries the permission. */
export function permits(roles: readonly Role[], permission: Permission) {
  return (MAY[permission] as readonly Role[]).some((role) => roles.includes(role))
}
