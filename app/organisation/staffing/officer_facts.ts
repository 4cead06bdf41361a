import i18nManager from '@adonisjs/i18n/services/main'
import type { Facts } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import type { Role } from '../role.ts'

/** What somebody is, as a row of changes says it; where they are called or written to is not spelled out. */
export function factsOf(
  { name, login, email, phone }: Officer,
  { unit, roles }: { unit: { name: string } | null; roles: readonly Role[] }
): Facts {
  return {
    name,
    login,
    unit: unit && unit.name,
    roles: rolesInWords(roles) || null,
    email: email && email.replace(/^(.)[^@]*/, '$1***'),
    phone: phone && `… ${phone.slice(-2)}`,
  }
}

export function rolesInWords(roles: readonly Role[]) {
  const i18n = i18nManager.locale('tr')
  return roles.map((role) => i18n.t(`organisation.role.${role}`)).join(', ')
}

/** Whose change it is. */
export function aboutOfficer({ id, name, authorityId }: Officer) {
  return { authorityId, thing: 'officer', thingId: id, name } as const
}
