import type { HttpContext } from '@adonisjs/core/http'
import { climbedTo, LastLook } from '#intake'
import { filteredList, Recall, UnitNote } from '#routing'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'
import { askedHere } from '../asked/asked_here.ts'
import { objectionCounts } from '../afterwards/waiting_objections.ts'
import { wordsLeftBehind } from '../card/kept.ts'
import { duePromises } from '../commitments/promise_list.ts'
import { PlannedList } from '../contacts/lists/planned_list.ts'
import { directivesFor } from '../directives/lists.ts'
import { inboxLines } from './lines.ts'
import { Trail } from './trail.ts'
import { inboxFilters, narrowedTo, whoseIn, type InboxList, type Whose } from './views.ts'

/** Of each filter: beside whom each line waits for, a page reads no more than any other list. */
const COUNTED = 20
const NOTHING_ASKED = { asked: null, told: [] }

/** The inbox as its address asks for it, or the list alone. */
export async function inboxPage(ctx: HttpContext) {
  const { officer, i18n } = ctx
  const asked = Typed.asked(ctx)
  const whose = whoseIn(asked.text('kim'))
  const list = await filteredList(ctx, 'inbox.index', inboxFilters(officer), {
    // A head is waited for: what is to be approved comes first.
    pressing: officer.can('answer.approve') && !whose ? 'approval' : undefined,
    narrowed: narrowedTo(whose, officer),
    words: whose ? { kim: whose } : {},
    counted: COUNTED,
  })
  const colleague = Number(whose) || null
  const besides = colleague ? [colleague] : []
  const { lines, names } = await inboxLines(list.rows, { officer, i18n, besides })
  const isLook = !isFragment(ctx)
  const unitId = officer.atUnit
  const since = unitId ? await LastLook.since(officer, unitId, isLook) : null
  const rows = lines.map((row) => ({ ...row, isNew: since !== null && row.since > since }))
  // Above the first page, and not each time that its table is drawn anew.
  const isTop = isLook && !list.query.sonra
  return {
    ...{ ...list, rows, since },
    trail: { liste: new Trail(list.filter as InboxList, whose).words },
    whose: views(whose, list.filter, i18n.locale),
    colleague: colleague && { id: colleague, name: names.get(colleague) ?? null },
    isOver: asked.text('bitti') === '1',
    directives: isLook ? await directivesFor(officer) : null,
    promisesDue: isLook ? await duePromises(officer) : null,
    objections: isLook ? await objectionCounts(officer) : null,
    loads: officer.mayOpen('loads.index'),
    unsent: wordsLeftBehind(ctx),
    climbed: isLook ? await climbedTo(officer) : null,
    recalled: await Recall.toldTo(officer),
    reminded: await UnitNote.latestTo(officer),
    ...(isTop ? await askedHere(officer) : NOTHING_ASKED),
    planned: isTop ? await PlannedList.due(officer) : null,
  }
}

/** Whose petitions can be looked at: each an address. */
function views(whose: Whose, filtre: string, locale: string) {
  const to = (kim: string) => addressOf('inbox.index', locale, {}, { filtre, kim })
  const all = [
    { key: 'unit', kim: null },
    { key: 'mine', kim: 'ben' },
    { key: 'free', kim: 'kimse' },
  ]
  return all.map(({ key, kim }) => ({ key, href: to(kim ?? ''), isChosen: kim === whose }))
}
