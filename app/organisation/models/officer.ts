import app from '@adonisjs/core/services/app'
import hash from '@adonisjs/core/services/hash'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import { SessionCollection } from '@adonisjs/session'
import { beforeSave, column, hasMany } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { OfficerRoleSchema, OfficerSchema } from '#database/schema'
import { today } from '#shared/dates/turkish_date'
import { folded } from '#shared/folded_text'
import { sealedColumn } from '#shared/sealed'
import { installation } from '../addresses/site.ts'
import { permissionsFor } from '../page_permissions.ts'
import { permits, type Permission, type Role } from '../role.ts'
import { Authority } from './authority.ts'

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

  /** The authorities below one's own whose petitions one sees; `loadRoles` must have run. */
  below: readonly Authority[] = []

  /**
   * Vekâlet: in whose place one works during this request, with that one's unit and roles and no others;
   * null: as oneself. With roles, as `standing_in/capacity.ts` finds it.
   */
  actsFor: Officer | null = null

  /** Ids of everybody for whom one stands in today, whether one works in their place now or not. */
  standsInFor: readonly number[] = []

  @column(sealedColumn)
  declare email: string | null

  @column(sealedColumn)
  declare phone: string | null

  /** By these two one's own petitions are known: see staffing/own_identity.ts. */
  @column(sealedColumn)
  declare nationalId: string | null

  @column(sealedColumn)
  declare ownPhone: string | null

  @beforeSave()
  static foldName(officer: Officer) {
    if (officer.$dirty.name !== undefined) officer.foldedName = folded(officer.name)
  }

  /** The managers who still work there, with their roles. */
  static managersOf({ id }: { id: number }) {
    return this.query()
      .where({ authority_id: id })
      .where((here) => here.whereNull('left_on').orWhere('left_on', '>', today().toISODate()!))
      .whereHas('officerRoles', (roles) => void roles.where('role', 'manager'))
      .preload('officerRoles')
  }

  /** Those who work there and hold one of these roles; of one unit where it is given. */
  static atWork(
    {
      authorityId,
      roles,
      unitId,
    }: { authorityId: number; roles: readonly Role[]; unitId?: number },
    client?: TransactionClientContract
  ) {
    const query = this.query({ client })
      .where({ authority_id: authorityId, ...(unitId && { unit_id: unitId }) })
      .where((here) => here.whereNull('left_on').orWhere('left_on', '>', today().toISODate()!))
      .whereHas('officerRoles', (held) => void held.whereIn('role', [...roles]))
    return query.orderBy('id')
  }

  /** The roles; `loadRoles` or a preload of `officerRoles` must have run. In somebody's place theirs. */
  get roles(): Role[] {
    return (this.actsFor ?? this).ownRoles
  }

  get ownRoles() {
    return rolesIn(this.officerRoles)
  }

  /** The unit in which one works: in somebody's place theirs. */
  get atUnit(): number | null {
    return (this.actsFor ?? this).unitId
  }

  /** The units to which one belongs, by oneself and by whose place one works in. */
  get unitIds(): number[] {
    const ids = [this.unitId, this.atUnit].filter((id) => id !== null)
    return [...new Set(ids)]
  }

  /** Whether one is of the bureau by oneself or by whose place one works in. */
  get isOfBureau() {
    return this.can('bureau.belong') || permits(this.ownRoles, 'bureau.belong')
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
    const seesBelow = this.can('petition.seeBelow')
    this.below = seesBelow ? (await installation()).below(this.authorityId) : []
    return this
  }

  /** Until the day of leaving; who has left cannot sign in and loses open sessions. */
  get works() {
    return this.leftOn === null || this.leftOn.toISODate()! > today().toISODate()!
  }

  /** Came out of a file, and nobody has handed anything over yet. */
  get hasNoPassword() {
    return this.passwordVersion === 0
  }

  /** Signed in with what somebody else handed over: nothing opens but the page for an own password. */
  get mustChoosePassword() {
    return this.passwordUntil !== null
  }

  /** The same password, kept with today's parameters: no session ends. */
  async rehash(password: string) {
    // Not through the model, which would take the hash for a password.
    await Officer.query().where({ id: this.id, password: this.password }).update({ password })
  }

  /** Ends every session of this person, on every machine but the one that is named. */
  async signOutEverywhere(butFor?: string) {
    const sessions = await app.container.make(SessionCollection)
    for (const { id } of await sessions.tagged(String(this.id))) {
      if (id !== butFor) await sessions.destroy(id)
    }
  }
}

const known = new WeakMap<object, Role[]>()

/** Of rows that were read once: a page asks some thirty times what its reader may. */
function rolesIn(rows: OfficerRole[]) {
  const roles = known.get(rows)
  if (roles?.length === rows.length) return roles
  const read = rows.map((row) => row.role as Role)
  known.set(rows, read)
  return read
}
