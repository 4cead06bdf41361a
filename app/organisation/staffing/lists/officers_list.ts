import { folded } from '#shared/folded_text'
import { Officer, OfficerRole } from '../../models/officer.ts'

const PAGE = 30
/** Rows that one page reads at most: then it ends short and offers the way on (ADR 15). */
const READ = 400

const OFFICER_STATES = ['working', 'left'] as const
export type OfficerState = (typeof OFFICER_STATES)[number]

interface Asked {
  state: OfficerState
  /** part of a name or a login, with Turkish letters or without */
  sought?: string
  unitId?: number | null
  /** id of the last one that was seen */
  after?: number | null
}

/** Görevliler: who works at an authority, in the order of their names. */
export const OfficersList = {
  states: OFFICER_STATES,

  /** @returns a page, the `after` of the next one (null at the end), and whether it ended short */
  async page(authorityId: number, { state, sought: typed = '', unitId, after }: Asked) {
    const read = await inOrder(authorityId, after ?? null)
    const sought = folded(typed).split(/\s+/).filter(Boolean)
    const isWanted = (one: Officer) =>
      one.works === (state === 'working') &&
      (!unitId || one.unitId === unitId) &&
      sought.every((word) => `${one.foldedName} ${one.login}`.includes(word))
    const wanted = read.filter(isWanted)
    const rows = wanted.slice(0, PAGE)
    await loadRoles(rows)
    const isFull = wanted.length > PAGE
    const last = isFull ? rows.at(-1) : read.length === READ ? read.at(-1) : null
    return { rows, next: last?.id ?? null, short: !isFull && last !== null }
  },
}

async function inOrder(authorityId: number, after: number | null) {
  const query = Officer.query().where('authority_id', authorityId)
  const last = after && (await query.clone().where('id', after).first())
  if (last) {
    const { foldedName: name, id } = last
    query.where('folded_name', '>=', name).where((behind) => {
      void behind.where('folded_name', '>', name).orWhere('id', '>', id)
    })
  }
  return query.orderBy('folded_name').orderBy('id').limit(READ)
}

async function loadRoles(rows: Officer[]) {
  const ids = rows.map(({ id }) => id)
  const roles = await OfficerRole.query().whereIn('officer_id', ids).orderBy('id')
  for (const row of rows) {
    const own = roles.filter((role) => role.officerId === row.id)
    row.$setRelated('officerRoles', own)
  }
}
