import app from '@adonisjs/core/services/app'
import hash from '@adonisjs/core/services/hash'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import { SessionCollection } from '@adonisjs/session'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { OfficerRoleSchema, OfficerSchema } from '#database/schema'
import { today } from '#shared/dates/turkish_date'
import { permissionsFor } from '../page_permissions.ts'
import { permits, type Permission, type Role } from '../role.ts'

/** Görev: one role that an officer holds. */
export class OfficerRole extends OfficerRoleSchema {}

const WithCredentials = withAuthFinder(() => hash.use('scrypt'), {
  uids: ['login'],
  passwordColumnName: 'password',
})

/** Görevli: anyone who signs in. Roles combine in one person. */
export class Officer extends compose(OfficerSchema, WithCredentials) {
  @hasMany(() => OfficerRole)
  declare officerRoles: HasMany<typeof OfficerRole>

  /** The managers who still work there, with their roles. */
  static managersOf({ id }: { id: number }) {
    return this.query()
      .where({ authority_id: id })
      .whereNull('left_on')
      .whereHas('officerRoles', (roles) => void roles.where('role', 'manager'))
      .preload('officerRoles')
  }

  /** The roles; `loadRoles` or a preload of `officerRoles` must have run. */
  get roles(): Role[] {
    return this.officerRoles.map((row) => row.role as Role)
  }

  can(permission: Permission) {
    return permits(this.roles, permission)
  }

  /** Whether the page with this route's name is for this officer: for links to it. */
  mayOpen(page: string) {
    return permissionsFor(page).every((permission) => this.can(permission))
  }

  async loadRoles() {
    if (!this.$preloaded.officerRoles) await (this as Officer).load('officerRoles')
    return this
  }

  /** True for people who still work here; who has left cannot sign in and loses open sessions. */
  get works() {
    return this.leftOn === null
  }

  /** The same password, kept with today's parameters: no session ends. */
  async rehash(password: string) {
    // Not through the model, which would take the hash for a password.
    await Officer.query().where({ id: this.id, password: this.password }).update({ password })
  }

  /** A new password; whoever is signed in with the old one is so no longer. */
  async replacePassword(plain: string) {
    this.password = plain
    this.passwordVersion += 1
    await this.save()
    await this.signOutEverywhere()
  }

  /** No longer works here, from today on; what was done stays with the name. */
  async leave() {
    this.leftOn = today()
    await this.save()
    await this.signOutEverywhere()
  }

  async comeBack() {
    this.leftOn = null
    await this.save()
  }

  /** Ends every session of this person, on every machine. */
  async signOutEverywhere() {
    const sessions = await app.container.make(SessionCollection)
    for (const { id } of await sessions.tagged(String(this.id))) await sessions.destroy(id)
  }
}
