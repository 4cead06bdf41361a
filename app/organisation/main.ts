/** Who works here, what petitions are about, and by which day they must be answered. */
export { Authority } from './models/authority.ts'
export { Unit } from './models/unit.ts'
export { Heading, Subject } from './models/subject.ts'
export { Officer, OfficerRole } from './models/officer.ts'
export { Catalogue } from './catalogue.ts'
export { Deadline } from './deadline.ts'
export { ROLES, type Permission, type Role } from './role.ts'
export { carried, navigation } from './staff_page.ts'
