import type { HttpContext } from '@adonisjs/core/http'
import { climbedTo, Onlooker, waitingAtDesk } from '#intake'
import { installation } from '#organisation'
import { addressOf } from '#shared/address'
import { isFragment, pageOrFragment } from '#shared/fragment'
import { Typed, type Words } from '#shared/typed/typed'
import { filteredList } from '../filtered_list.ts'
import { KeptFilter } from '../models/kept_filter.ts'
import { OFFERED_ORDERS, queueAsked } from './asked.ts'
import { queueFilters } from './filters.ts'

/** What stands beside the list. */
interface Beside {
  preview?: { number: string }
  typed?: Words
  [said: string]: unknown
}

/** The queue as its address asks for it, or the list alone; with what came of a form beside it. */
export async function queuePage(ctx: HttpContext, of: Beside = {}) {
  const { officer, catalogue, i18n } = ctx
  const asked = Typed.asked(ctx)
  const narrowed = queueAsked(asked, ctx)
  const list = await filteredList(ctx, 'queue.index', queueFilters(), {
    narrowed: narrowed.filter,
    order: narrowed.order,
    words: narrowed.words,
  })
  const { others } = (await installation(officer.authorityId)).tree(officer.authorityId)
  const ids = list.rows.map(({ id }) => id)
  const to = (query: Record<string, string>, route = 'queue.index', params = {}) =>
    addressOf(route, i18n.locale, params, query)
  const page = {
    ...list,
    narrowed,
    orders: OFFERED_ORDERS.map(({ key, sira }) => ({
      key,
      isChosen: key === (narrowed.order ?? 'urgency'),
      href: to({ ...list.query, sonra: '', sira }),
    })),
    kept: (await KeptFilter.of(officer)).map(({ name, asked: words }) => ({
      name,
      href: `${to({})}?${words}`,
    })),
    keeping: to({ ...list.query, sonra: '' }, 'kept_filters.index'),
    wide: to({ ...list.query, sonra: '', konu: '', birim: '', yer: '' }),
    refers: officer.can('petition.refer'),
    sendTo: to({ ...list.query, bak: of.preview?.number ?? '' }, 'referral_lots.store'),
    lookAt: (number: string) => to(list.query, 'previews.show', { number }),
    looking: await Onlooker.others(officer, ids),
    units: catalogue.units.filter(({ kind }) => kind === 'internal'),
    waiting: await waitingAtDesk(officer),
    climbed: isFragment(ctx) ? null : await climbedTo(officer),
    hasManager: catalogue.hasManager,
    isOfTree: others.length > 0,
  }
  return pageOrFragment(ctx, 'routing/queue/index', 'routing/queue/_table', { ...page, ...of })
}
