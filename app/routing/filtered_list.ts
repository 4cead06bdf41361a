import type { HttpContext } from '@adonisjs/core/http'
import { PetitionList, type ListFilter } from '#intake'
import { addressOf } from '#shared/address'

/**
 * A list with a row of filters, each with its count, as the queue and the inbox show it. The first
 * filter is the usual one; filters and pages stand in the address (`filtre`, `sonra`).
 */
export async function filteredList(
  { request, officer, i18n }: Pick<HttpContext, 'request' | 'officer' | 'i18n'>,
  route: string,
  filters: Record<string, ListFilter>
) {
  const { filtre, sonra } = request.qs()
  const keys = Object.keys(filters)
  const filter = keys.find((key) => key === filtre) ?? keys[0]!
  const address = (query: { filtre: string; sonra?: string }) =>
    addressOf(route, i18n.locale, {}, query)

  const [{ rows, next }, counts] = await Promise.all([
    PetitionList.page(officer, filters[filter]!, sonra),
    PetitionList.counts(officer, Object.values(filters)),
  ])
  return {
    rows,
    filter,
    filters: keys.map((key, at) => ({ key, ...counts[at]!, href: address({ filtre: key }) })),
    next: next && address({ filtre: filter, sonra: next }),
    first: sonra ? address({ filtre: filter }) : null,
  }
}
