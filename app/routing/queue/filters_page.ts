import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import type { Typed } from '#shared/typed/typed'
import { KeptFilter } from '../models/kept_filter.ts'
import { OFFERED_ORDERS, queueAsked } from './asked.ts'
import { QUEUE_LISTS } from './filters.ts'

/** The page on which a filter is put together, and named or taken away. */
export async function filtersPage(ctx: HttpContext, asked: Typed) {
  const { officer, catalogue, i18n } = ctx
  const { words, subject, unit, place, order } = queueAsked(asked, ctx)
  const { headings, subjects, units, places } = catalogue
  const filtre = asked.oneOf('filtre', QUEUE_LISTS) ?? QUEUE_LISTS[0]!
  const kept = await KeptFilter.of(officer)
  return {
    lists: QUEUE_LISTS,
    chosen: { filtre, ...words },
    /** what would be kept: what the list was when its officer came here */
    narrowed: { filtre, subject, unit, place, order: order ?? 'urgency' },
    orders: OFFERED_ORDERS,
    headings: headings.map((heading) => ({
      name: heading.nameIn(i18n.locale),
      subjects: subjects
        .filter(({ headingId }) => headingId === heading.id)
        .map((one) => ({ code: one.code, name: one.nameIn(i18n.locale) })),
    })),
    units: units.filter(({ kind }) => kind !== 'external'),
    places,
    kept: kept.map(({ id, name, asked: kind }) => ({
      ...{ id, name },
      href: `${addressOf('queue.index', i18n.locale)}?${kind}`,
    })),
  }
}

/** What is kept of a form: the words of the queue's address that are known, and no other. */
export function askedWords(typed: Typed, ctx: HttpContext) {
  const { words } = queueAsked(typed, ctx)
  const filtre = typed.oneOf('filtre', QUEUE_LISTS)
  return new URLSearchParams({ ...(filtre && { filtre }), ...words }).toString()
}
