/**
 * Who may do what: the one table. Roles combine in one person, since in a small district one
 * person holds several. Asked as `officer.can('petition.refer')`.
 *
 * `it` (bilgi işlem) keeps the machine running and sees no petition by that role alone; `auditor`
 * (denetçi) sees who changed and who opened what, and no text.
 */
export const ROLES = [
  'bureauOfficer',
  'bureauChief',
  'unitOfficer',
  'unitHead',
  'manager',
  'it',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

const MAY = {
  'petition.receive': ['bureauOfficer', 'bureauChief'],
  /** Is of the bureau, whatever other role besides: never sees a complaint about it. */
  'bureau.belong': ['bureauOfficer', 'bureauChief'],
  'petition.seeAll': ['bureauOfficer', 'bureauChief', 'manager'],
  /** A governorate's managers see what lies with its districts; its bureau and units do not. */
  'petition.seeBelow': ['manager'],
  'petition.seeOwnUnit': ['unitOfficer', 'unitHead'],
  'petition.refer': ['bureauOfficer', 'bureauChief'],
  'petition.referAfterReturns': ['bureauChief'],
  /** A complaint about the bureau is for whoever stands above it (CİMER regulation). */
  'aboutBureau.see': ['manager'],
  'aboutBureau.refer': ['manager'],
  /** A complaint about a head is decided by whoever stands above. */
  'aboutHead.decide': ['manager'],
  /** May know who brought a tip-off. */
  'tipOff.identity': ['bureauOfficer', 'bureauChief'],
  'restricted.seeInBureau': ['bureauOfficer', 'bureauChief'],
  'restricted.seeAll': ['bureauChief'],
  'petition.restrict': ['bureauOfficer', 'bureauChief'],
  /** What the authority handed over, as far as one saw it here. */
  'handovers.see': ['bureauOfficer', 'bureauChief', 'manager'],
  /** What was sent to outside bodies and waits; what of it, is asked of each petition. */
  'forwardings.see': ['bureauOfficer', 'bureauChief', 'manager'],
  /** Halk Günü: who comes when, and what came of it. */
  'publicDay.see': ['bureauOfficer', 'bureauChief', 'manager'],
  'publicDay.keep': ['bureauOfficer', 'bureauChief'],
  'queue.see': ['bureauOfficer', 'bureauChief'],
  'register.see': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead', 'manager'],
  'inbox.see': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'],
  'answer.draft': ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'],
  'answer.approve': ['bureauChief', 'unitHead'],
  /** İtiraz: above whoever gave an answer. */
  'objection.decide': ['unitHead', 'bureauChief', 'manager'],
  'objection.decideAtBureau': ['bureauChief'],
  'objection.decideAbove': ['manager'],
  /** What a manager of a district had answered: a governorate's. */
  'objection.decideBelow': ['manager'],
  /** Talimat: what is to be done with a petition, and by when. */
  'directive.give': ['manager'],
  /** How much each officer of one's own unit has in hand. */
  'loads.see': ['bureauChief', 'unitHead'],
  'missed.see': ['bureauOfficer', 'bureauChief'],
  'petitioner.reach': ['bureauOfficer', 'bureauChief'],
  'figures.see': ['bureauChief', 'manager'],
  'gateways.see': ['it'],
  'texts.word': ['bureauChief'],
  'administration.see': ['bureauChief', 'manager', 'it', 'auditor'],
  'officers.manage': ['bureauChief', 'manager', 'it'],
  /** Gives roles that see petitions: never the machine room. */
  'officers.appoint': ['bureauChief', 'manager'],
  'substitutes.name': ['bureauChief', 'manager'],
  'units.manage': ['bureauChief'],
  'subjects.manage': ['bureauChief'],
  /** Which unit is proposed for what; tried out on petitions that one sees. */
  'rules.manage': ['bureauChief'],
  'calendar.manage': ['bureauChief'],
  'authority.manage': ['bureauChief', 'it'],
  /** By which name a server is asked: entered in the machine room. */
  'hosts.manage': ['it'],
  'lists.import': ['bureauChief', 'it'],
  'changes.see': ['bureauChief', 'manager', 'it', 'auditor'],
  'accesses.see': ['manager', 'auditor'],
  /** Of petitions that one does not see too: their numbers, and who opened them. */
  'accesses.seeEvery': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof MAY

/** Whether any of these roles carries the permission. */
export function permits(roles: readonly Role[], permission: Permission) {
  return (MAY[permission] as readonly Role[]).some((role) => roles.includes(role))
}

/** Whether whoever holds it sees what people write: such roles are given by `officers.appoint` alone. */
export function seesPetitions(role: Role) {
  return permits([role], 'register.see')
}
