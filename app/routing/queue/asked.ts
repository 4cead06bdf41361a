import type { HttpContext } from '@adonisjs/core/http'
import { ORDERS, type ChosenOrder, type ListFilter } from '#intake'
import type { Catalogue } from '#organisation'
import type { Typed } from '#shared/typed/typed'

/** How an address names an order. */
const NAMES: Record<ChosenOrder, string> = {
  lastDay: 'son-gun',
  subject: 'konu',
  place: 'yer',
  unit: 'birim',
}

/** What an address narrows the queue to, and in which order: names of lists and codes, nothing else. */
export interface QueueAsked {
  filter: Partial<ListFilter>
  /** the same as it stands in an address */
  words: Record<string, string>
  order: ChosenOrder | null
  subject: string | null
  unit: string | null
  place: string | null
}

/** What of it is not there is passed over. */
export function queueAsked(asked: Typed, { catalogue, i18n }: Where): QueueAsked {
  const { tree, everyUnit, places } = catalogue
  const subject = tree.subjects.find(({ code }) => code === asked.text('konu'))
  const unit = everyUnit.find(({ code }) => code === asked.text('birim'))
  const place = asked.oneOf('yer', places)
  const chosen = ORDERS.find((one) => NAMES[one] === asked.text('sira')) ?? null
  // Along a place's own index what is from there stands together.
  const order = chosen ?? (place ? 'place' : null)
  return {
    filter: {
      ...(subject && { subjectIds: tree.countedWith(tree.countedAs(subject.id)) }),
      ...(unit && { unitId: unit.id }),
      ...(place && { place }),
    },
    words: {
      ...(chosen && { sira: NAMES[chosen] }),
      ...(subject && { konu: subject.code }),
      ...(unit && { birim: unit.code }),
      ...(place && { yer: place }),
    },
    order,
    subject: subject?.nameIn(i18n.locale) ?? null,
    unit: unit?.name ?? null,
    place,
  }
}

/** The orders that a page offers, the usual one first, each with its word in an address. */
export const OFFERED_ORDERS = [
  { key: 'urgency', sira: '' },
  ...ORDERS.map((key) => ({ key, sira: NAMES[key] })),
]

type Where = Pick<HttpContext, 'i18n'> & { catalogue: Catalogue }
