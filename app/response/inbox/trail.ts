import { PetitionList, type ListFilter, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import {
  inboxFilters,
  INBOX_LISTS,
  narrowedTo,
  whoseIn,
  type InboxList,
  type Whose,
} from './views.ts'

/** Where what is urgent stands in a list (database/migrations/065_urgency.ts). */
const URGENT: Record<string, string> = { atOnce: '1001-01-01', soon: '1002-01-01' }

type Place = ReturnType<typeof placeOf>
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Where a petition stands among the others, as long as it is that urgent and has that last day. */
export function placeOf({ id, urgency, dueOn }: Pick<Petition, 'id' | 'urgency' | 'dueOn'>) {
  return { id, key: URGENT[urgency] ?? dueOn.toISODate()! }
}

/**
 * Geldiği liste: from which list of the inbox a card was opened, as its address says it (`open.ben`). By
 * it alone the petition before and the one behind are found: nothing is kept of it anywhere.
 */
export class Trail {
  static parse(words: string) {
    const [list, whose = '', stood = ''] = words.split('.')
    const filter = INBOX_LISTS.find((one) => one === list)
    return filter ? new Trail(filter, whoseIn(whose), DAY.test(stood) ? stood : null) : null
  }

  /** @param stood where its reader came upon the petition, if it has moved in the list since: "2026-12-07" */
  constructor(
    private readonly list: InboxList,
    private readonly whose: Whose,
    private readonly stood: string | null = null
  ) {}

  get words() {
    const all = [this.list, this.whose ?? '', this.stood ?? '']
    return all.join('.').replace(/\.{1,2}$/, '')
  }

  /** A question moves its last day: whoever asked goes on from where the petition stood, not from there. */
  from(before: Place, now: Place) {
    const stood = this.stood ?? (before.key === now.key ? null : before.key)
    return new Trail(this.list, this.whose, stood)
  }

  /** @param over the end was reached: the list says so */
  address(locale: string, over = false) {
    const query = { filtre: this.list, kim: this.whose, bitti: over ? '1' : '' }
    return addressOf('inbox.index', locale, {}, query)
  }

  /** The number of the one behind this place, or before it; null: there is none. */
  beside(officer: Officer, place: Place, isBack = false) {
    const filter: ListFilter = {
      ...inboxFilters(officer)[this.list],
      ...narrowedTo(this.whose, officer),
      ...(officer.below.length > 0 && { authorityId: officer.authorityId }),
    }
    return PetitionList.beside(officer, filter, place, isBack)
  }

  /** The card of the one behind it, or the list where there is none. */
  async onward(officer: Officer, place: Place, isBack = false) {
    const from = { ...place, key: this.stood ?? place.key }
    const number = await this.beside(officer, from, isBack)
    const { locale } = officer
    if (!number) return this.address(locale, true)
    const { words } = new Trail(this.list, this.whose)
    return addressOf('cards.show', locale, { number }, { liste: words })
  }
}
