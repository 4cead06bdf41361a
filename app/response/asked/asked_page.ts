import type { HttpContext } from '@adonisjs/core/http'
import { PetitionNumber, type UnitQuestion } from '#intake'
import { Catalogue } from '#organisation'
import { ASKED_FILTERS, AskedList } from '#routing'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'

/** Of a question so much stands in a list. */
const FIRST = 160

/** Size sorulanlar: all that the list shows; filter and page stand in the address (`filtre`, `sonra`). */
export async function askedPage(ctx: HttpContext) {
  const { officer, i18n } = ctx
  const asked = Typed.asked(ctx)
  const filter = asked.oneOf('filtre', ASKED_FILTERS) ?? 'open'
  const sonra = asked.text('sonra')
  const { rows, next } = await AskedList.page(officer, filter, sonra)
  const catalogue = await Catalogue.of(officer.authorityId)
  const address = (query: Record<string, string>) =>
    addressOf('unit_questions.index', i18n.locale, {}, query)
  return {
    rows: rows.map((row) => ({ ...lineOf(row), unit: unitName(catalogue, row) })),
    filter,
    filters: ASKED_FILTERS.map((key) => ({ key, href: address({ filtre: key }) })),
    next: next && address({ filtre: filter, sonra: next }),
    first: sonra ? address({ filtre: filter }) : null,
  }
}

/** Who waits for it. */
export function unitName(catalogue: Catalogue, { forUnitId }: UnitQuestion) {
  return catalogue.everyUnit.find(({ id }) => id === forUnitId)?.name ?? null
}

export function shownNumberOf({ $extras }: UnitQuestion) {
  return PetitionNumber.parse(String($extras.number))!.shown
}

function lineOf(row: UnitQuestion) {
  const { id, sort, state, dueOn, isLate, question, endedAt } = row
  const first = question.length > FIRST ? `${question.slice(0, FIRST)}…` : question
  return { id, sort, state, dueOn, isLate, first, endedAt, shown: shownNumberOf(row) }
}
