import router from '@adonisjs/core/services/router'
import type { Permission } from './role.ts'

const known = new Map<string, Permission[]>()

/**
 * What somebody needs to open a page, as its route says with `middleware.may(…)`: that is the one place
 * where it is said. None: whoever is signed in.
 *
 * @param page a route's name
 */
export function permissionsFor(page: string) {
  const asked = known.get(page) ?? askedAt(page)
  known.set(page, asked)
  return asked
}

function askedAt(page: string) {
  const passed = [...router.findOrFail(page).middleware.all()] as Passed[]
  return passed.flatMap(({ name, args }) => (name === 'may' ? [args!] : []))
}

/** A named middleware as a route keeps it. */
interface Passed {
  name?: string
  args?: Permission
}
