import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'
import type { Words } from '#shared/typed/typed'
import { installation } from '../../addresses/site.ts'
import type { Authority } from '../../models/authority.ts'
import { Officer } from '../../models/officer.ts'
import { Unit } from '../../models/unit.ts'
import { leaderlessBelow } from '../../staffing/leaderless.ts'

/** The authorities whose officers a file may name: one's own, and those below that nobody leads yet. */
export class Staffed {
  readonly #own: number
  readonly #codes: Map<number, string>
  readonly #byId: Map<number, Unit>
  readonly #byCode: Map<string, Unit>

  private constructor(own: number, codes: Map<number, string>, units: Unit[]) {
    this.#own = own
    this.#codes = codes
    this.#byId = new Map(units.map((unit) => [unit.id, unit]))
    this.#byCode = new Map(units.map((unit) => [`${unit.authorityId} ${unit.code}`, unit]))
  }

  /** @param lines what a file says: of authorities that it does not name nothing is read */
  static async by(by: Officer, trx?: TransactionClientContract, lines?: readonly Words[]) {
    const { authorityId } = by
    const isNamed = !lines || lines.some(({ office }) => office)
    const below = isNamed ? await leaderlessBelow(by, trx) : []
    const own = (await installation(authorityId)).byId(authorityId)!
    const named = new Set(lines?.map(({ office = '' }) => codeIn(office)))
    const wanted = below.filter(({ code }) => !lines || named.has(code))
    const codes = new Map([own, ...wanted].map(({ id, code }) => [id, code]))
    const all = lines ? [...codes.keys()] : [authorityId]
    const units = await Unit.query({ client: trx }).whereIn('authority_id', all)
    // Apart: with both in one condition MariaDB reads every unit of the server.
    if (!lines && wanted.length > 0) units.push(...(await inUseAt(wanted, trx)))
    return new Staffed(authorityId, codes, units)
  }

  get ids() {
    return [...this.#codes.keys()]
  }

  has({ authorityId }: Officer) {
    return this.#codes.has(authorityId)
  }

  codeOf(id: number) {
    return this.#codes.get(id)!
  }

  /** The one that a line names, one's own where it names none; undefined: not one of them. */
  named(written: string) {
    const code = codeIn(written)
    if (code === '') return this.#own
    return [...this.#codes].find(([, one]) => one === code)?.[0]
  }

  unit(id: number | null) {
    return id === null ? null : this.#byId.get(id)!
  }

  unitOf(office: number, code: string) {
    return this.#byCode.get(`${office} ${code}`) ?? null
  }
}

/** What a file is written of needs no more: each of them has thirty units in which nobody works yet. */
async function inUseAt(offices: readonly Authority[], client?: TransactionClientContract) {
  const ids = offices.map(({ id }) => id)
  const there = Officer.query({ client }).whereIn('authority_id', ids).whereNotNull('unit_id')
  const rows: { unit_id: number }[] = await there.distinct('unit_id').pojo()
  const inUse = rows.map((row) => row.unit_id)
  return Unit.query({ client }).whereIn('id', inUse)
}

/** However a spreadsheet wrote it: Edremit, /edremit */
function codeIn(written: string) {
  return folded(written).replace(/^\//, '').trim()
}
