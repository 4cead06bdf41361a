import type { HttpContext } from '@adonisjs/core/http'
import { PetitionList, type ListFilter } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'

/**
 * A list with a row of filters, each with its count, as the queue and the inbox show it. The first
 * filter is the usual one; filters and pages stand in the address (`filtre`, `sonra`).
 *
 * @param pressing the filter that is opened instead as long as anything is in it
 */
export async function filteredList(
  ctx: Pick<HttpContext, 'request' | 'officer' | 'i18n'>,
  route: string,
  all: Record<string, ListFilter>,
  pressing?: string
) {
  const { officer, i18n } = ctx
  const filters = withOwnAuthority(all, officer)
  const asked = Typed.from(ctx)
  const sonra = asked.text('sonra')
  const keys = Object.keys(filters)
  const address = (query: { filtre: string; sonra?: string }) =>
    addressOf(route, i18n.locale, {}, query)

  const counts = await PetitionList.counts(officer, Object.values(filters))
  const isPressing = (key: string, at: number) => key === pressing && counts[at]!.count > 0
  const filter =
    asked.oneOf('filtre', keys) ?? keys.find((key, at) => isPressing(key, at)) ?? keys[0]!
  const { rows, next, short } = await PetitionList.page(officer, filters[filter]!, sonra)
  return {
    // What the list is kept fresh by: it stays this filter, also when another becomes pressing.
    here: address({ filtre: filter, sonra }),
    rows,
    short,
    filter,
    filters: keys.map((key, at) => ({ key, ...counts[at]!, href: address({ filtre: key }) })),
    next: next && address({ filtre: filter, sonra: next }),
    first: sonra ? address({ filtre: filter }) : null,
  }
}

/** Whoever watches other authorities as well works at these lists for their own alone. */
function withOwnAuthority(all: Record<string, ListFilter>, { authorityId, below }: Officer) {
  if (below.length === 0) return all
  const own = Object.entries(all).map(([key, filter]) => [key, { ...filter, authorityId }] as const)
  return Object.fromEntries(own)
}
