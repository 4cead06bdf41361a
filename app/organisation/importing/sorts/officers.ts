import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'
import type { Form, Words } from '#shared/typed/typed'
import { differing, noteChange } from '../../changes/change_log.ts'
import { Officer } from '../../models/officer.ts'
import type { Unit } from '../../models/unit.ts'
import { ROLES, type Role } from '../../role.ts'
import { Login } from '../../signing_in/login.ts'
import { amend } from '../../staffing/amending.ts'
import { wrongWithAppointment } from '../../staffing/appointing.ts'
import { readContact } from '../../staffing/contact.ts'
import { aboutOfficer, factsOf, rolesInWords } from '../../staffing/officer_facts.ts'
import { giveRoles, wrongWithRoles } from '../../staffing/posts.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { Staffed } from './staffed.ts'

interface Said {
  authorityId: number
  login: string
  name: string
  unit: Unit | null
  roles: Role[]
  email: string | null
  phone: string | null
}

/** Görevliler: who works here. A first password is handed over on each one's page. */
export const OFFICERS: ListInFile = {
  title: 'Görevliler',
  thing: 'officer',
  permission: 'officers.manage',
  columns: [
    { field: 'login', title: 'Kullanıcı adı' },
    { field: 'name', title: 'Ad soyad' },
    { field: 'unit', title: 'Birim' },
    { field: 'roles', title: 'Görevler' },
    { field: 'email', title: 'E-posta', optional: true },
    { field: 'phone', title: 'Telefon', optional: true },
    { field: 'office', title: 'Makam', optional: true, ofTrees: true },
  ],
  open: (hand, lines) => openOfficers(hand, lines) as never,
}

/** In one statement. */
const PIECE = 200

async function openOfficers(
  { officer: by, trx: reading }: Hand,
  lines?: readonly Words[]
): Promise<Book<Officer, Said>> {
  const staffed = await Staffed.by(by, reading, lines)
  const known = await officersIn()
  const byLogin = new Map(known.map((row) => [row.login, row]))
  const unitOf = ({ unitId }: Officer) => staffed.unit(unitId)
  let nobodysPassword: string | undefined

  const wordsOf = (row: Officer | Said): Words => {
    const unit = row instanceof Officer ? unitOf(row) : row.unit
    const { login, name, email, phone } = row
    const roles = rolesInWords(ROLES.filter((role) => row.roles.includes(role)))
    const where = { unit: unit?.code ?? '', roles }
    const office = staffed.codeOf(row.authorityId)
    return { login, name, ...where, email: email ?? '', phone: phone ?? '', office }
  }
  return {
    rows: known.filter((row) => staffed.has(row) && row.leftOn === null),
    isNoted: true,
    keyOf: ({ login = '' }) => ({ field: 'login', key: Login.parse(login) ?? login }),
    find({ login = '', office }) {
      const row = byLogin.get(Login.parse(login) ?? '')
      return row && row.authorityId === staffed.named(office ?? '') ? row : undefined
    },
    wordsOf,
    read(form, found) {
      const login = form.as('login', Login, { required: true }) as string
      const said = { login, ...readContact(form), ...readPost(form, found) }
      if (!found && byLogin.has(login)) form.wrong('login', 'elsewhere')
      if (found && found.leftOn !== null) form.wrong('login', 'left')
      return said
    },
    factsOf(row) {
      return factsOf(row as Officer, {
        unit: row instanceof Officer ? unitOf(row) : row.unit,
        roles: row.roles,
      })
    },
    nameOf: ({ name }) => name,
    write: (said, found, trx) => (found ? change(said, found, trx) : enter(said, trx)),
    async remove(id, trx) {
      await giveRoles({ id } as Officer, [], trx)
      await Officer.query({ client: trx })
        .where({ id })
        .whereIn('authority_id', staffed.ids)
        .delete()
    },
  }

  /** Those of the file, whosever they are, since a login is one person's on the whole server; or all. */
  async function officersIn() {
    if (!lines) {
      return Officer.query({ client: reading })
        .whereIn('authority_id', staffed.ids)
        .preload('officerRoles')
        .orderBy('id')
    }
    const logins = lines.map(({ login = '' }) => Login.parse(login)).filter((one) => one !== null)
    const found: Officer[] = []
    for (let at = 0; at < logins.length; at += PIECE) {
      const piece = Officer.query({ client: reading }).whereIn(
        'login',
        logins.slice(at, at + PIECE)
      )
      found.push(...(await piece.preload('officerRoles').orderBy('id')))
    }
    return found
  }

  function readPost(form: Form, found: Officer | undefined) {
    const code = folded(form.text('unit')).toUpperCase()
    const named = staffed.named(form.text('office'))
    if (named === undefined) form.wrong('office', 'noOffice')
    const authorityId = named ?? by.authorityId
    const unit = staffed.unitOf(authorityId, code)
    if (named && code && !unit) form.wrong('unit', 'nobody')
    else if (unit?.closedOn && unit.id !== found?.unitId) form.wrong('unit', 'closed')
    const roles = readRoles(form)
    const was = { roles: found?.roles ?? [], unitId: found?.unitId ?? null }
    const is = { roles, unitId: unit?.id ?? null }
    form.add(wrongWithRoles(roles, unit, !by.can('officers.appoint')))
    form.add(wrongWithAppointment(by, { id: found?.id ?? null }, was, is))
    return { authorityId, unit, roles }
  }

  async function change(said: Said, found: Officer, trx: TransactionClientContract) {
    const { login: _, authorityId: __, ...amended } = said
    const how = { seen: found.version, author: by, unitBefore: unitOf(found) }
    await amend(found, amended, how, trx)
    return found
  }

  /** Nobody knows the password, which is made once for a file: each takes a seventh of a second. */
  async function enter({ unit, roles, ...about }: Said, trx: TransactionClientContract) {
    nobodysPassword ??= await hash.use('scrypt').make(randomBytes(32).toString('hex'))
    const own = { unitId: unit?.id ?? null, locale: 'tr', passwordVersion: 0 }
    const row = { ...about, ...own, foldedName: folded(about.name), version: 1 }
    const officer = new Officer().fill({ ...row, password: nobodysPassword })
    // Without the hook that would take the hash for a password.
    await officer.useTransaction(trx).saveQuietly()
    await giveRoles(officer, roles, trx)
    const fields = differing({}, factsOf(officer, { unit, roles }))
    await noteChange({ ...aboutOfficer(officer), sort: 'added', fields }, by, trx)
    return officer
  }
}

/** Parted by commas; in words, or as the code calls them. */
function readRoles(form: Form): Role[] {
  const known = new Map(
    ROLES.flatMap(
      (role) =>
        [
          [folded(rolesInWords([role])), role],
          [folded(role), role],
        ] as const
    )
  )
  const words = form
    .text('roles')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter(Boolean)
  const unknown = words.find((word) => !known.has(folded(word)))
  if (unknown !== undefined) form.wrong('roles', 'role', { role: unknown.slice(0, 60) })
  return [...new Set(words.flatMap((word) => known.get(folded(word)) ?? []))]
}
