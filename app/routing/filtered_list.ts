import type { HttpContext } from '@adonisjs/core/http'
import { PetitionList, type ChosenOrder, type ListFilter } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'

/** That a page reads to find its lines: beside its counts it reads no more than any other list. */
const MOST_ROWS = 220

interface Ways {
  /** the filter that is opened instead as long as anything is in it */
  pressing?: string
  /** what each filter is narrowed to besides */
  narrowed?: Partial<ListFilter>
  order?: ChosenOrder | null
  /** the same as it stands in every address of the list */
  words?: Record<string, string>
  /** so many of each filter are counted at most */
  counted?: number
}

/**
 * A list with a row of filters, each with its count, as the queue and the inbox show it. The first
 * filter is the usual one; filters and pages stand in the address (`filtre`, `sonra`).
 */
export async function filteredList(
  ctx: Pick<HttpContext, 'request' | 'officer' | 'i18n'>,
  route: string,
  all: Record<string, ListFilter>,
  { pressing, narrowed = {}, order, words = {}, counted }: Ways = {}
) {
  const { officer, i18n } = ctx
  const filters = withOwnAuthority(all, officer, narrowed)
  // Also where a form was sent: its address has the list's.
  const asked = Typed.asked(ctx)
  const sonra = asked.text('sonra')
  const keys = Object.keys(filters)
  const address = (query: { filtre: string; sonra?: string; bak?: string }) =>
    addressOf(route, i18n.locale, {}, { ...query, ...words })

  const counts = await PetitionList.counts(officer, Object.values(filters), counted)
  const isPressing = (key: string, at: number) => key === pressing && counts[at]!.count > 0
  const filter =
    asked.oneOf('filtre', keys) ?? keys.find((key, at) => isPressing(key, at)) ?? keys[0]!
  const inOrder = order ? { ...filters[filter]!, order } : filters[filter]!
  const { rows, next, short } = await PetitionList.anyOf(officer, [inOrder], sonra, MOST_ROWS)
  return {
    // What the list is kept fresh by: it stays this filter, also when another becomes pressing.
    here: address({ filtre: filter, sonra }),
    /** where it stands in an address */
    query: { filtre: filter, sonra, ...words },
    rows,
    short,
    filter,
    filters: keys.map((key, at) => ({ key, ...counts[at]!, href: address({ filtre: key }) })),
    next: next && address({ filtre: filter, sonra: next }),
    first: sonra ? address({ filtre: filter }) : null,
  }
}

/** Whoever watches other authorities as well works at these lists for their own alone. */
function withOwnAuthority(
  all: Record<string, ListFilter>,
  { authorityId, below }: Officer,
  narrowed: Partial<ListFilter>
): Record<string, ListFilter> {
  const own = below.length === 0 ? narrowed : { ...narrowed, authorityId }
  return Object.fromEntries(
    Object.entries(all).map(([key, filter]) => [key, { ...filter, ...own }] as const)
  )
}
