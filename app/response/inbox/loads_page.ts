import type { HttpContext } from '@adonisjs/core/http'
import { loadsOf, PetitionList } from '#intake'
import { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { inboxFilters, type InboxList } from './views.ts'

/** So many people stand on a page: what is in the hands of each is counted. */
const PAGE = 7

/** What each officer of the head's own unit has in hand, and how much nobody has taken. */
export async function loadsPage(ctx: HttpContext) {
  const { officer, i18n } = ctx
  const { atUnit: unitId } = officer
  const after = Number(/^\d{1,9}$/.exec(Typed.asked(ctx).text('sonra'))?.[0] ?? 0)
  const found = unitId ? await peopleOf(officer, unitId, after) : []
  const people = found.slice(0, PAGE)
  const ids = people.map(({ id }) => id)
  const loads = unitId ? await loadsOf(officer, unitId, ids) : new Map<number, never>()
  const [free] = await PetitionList.counts(officer, [
    { ...inboxFilters(officer).open, ...ownOnly(officer), isFree: true },
  ])
  const to = (filtre: InboxList, kim: string) =>
    addressOf('inbox.index', i18n.locale, {}, { filtre, kim })
  return {
    free: { ...free!, href: to('open', 'kimse') },
    people: people.flatMap((one) => {
      const load = loads.get(one.id)
      const isGone = !one.works
      if (!load || (isGone && load.open + load.approval === 0)) return []
      const href = (filtre: InboxList) => to(filtre, String(one.id))
      const links = { open: href('open'), late: href('late'), approval: href('approval') }
      return [{ id: one.id, name: one.name, isGone, load, links }]
    }),
    first: after > 0 ? addressOf('loads.index', i18n.locale) : null,
    next:
      found.length > PAGE
        ? addressOf('loads.index', i18n.locale, {}, { sonra: people.at(-1)!.id })
        : null,
  }
}

function peopleOf({ authorityId }: Officer, unitId: number, after: number) {
  return Officer.query()
    .where({ authority_id: authorityId, unit_id: unitId })
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE + 1)
}

function ownOnly({ below, authorityId }: Officer) {
  return below.length > 0 ? { authorityId } : {}
}
