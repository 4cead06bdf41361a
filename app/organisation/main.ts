/** Who works here, what petitions are about, and by which day they must be answered. */
export { Authority } from './models/authority.ts'
export { Unit } from './models/unit.ts'
export { Heading, Subject } from './models/subject.ts'
export { Officer, OfficerRole } from './models/officer.ts'
export { Catalogue } from './catalogue.ts'
export { Host } from './host.ts'
export { authorities, authorityAt, NobodysHost } from './authority_at.ts'
export { Calendar } from './deadlines/calendar.ts'
export { Deadline, type Clock, type Rule } from './deadlines/deadline.ts'
export { HolidayWatch } from './deadlines/holiday_watch.ts'
export { ROLES, type Permission, type Role } from './role.ts'
export { navigation } from './navigation.ts'
export {
  DAYS,
  HOURS,
  MINUTES,
  neighbourhood,
  TooManyTries,
  wideNeighbourhood,
} from './limits/limit.ts'
export { Quota } from './limits/quota.ts'
export { tried } from './limits/tries.ts'
export { sessionHolds } from './signing_in/staff_session.ts'
export { Login } from './signing_in/login.ts'
export {
  givePassword,
  hire,
  reassign,
  refuseNewcomer,
  wrongWithNewcomer,
  type Newcomer,
} from './staffing.ts'
export { LONGEST } from './longest.ts'
export { ORGANISATION_RETENTION } from './retention.ts'
export { keptFields } from './kept_fields.ts'
