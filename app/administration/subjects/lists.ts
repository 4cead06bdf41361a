import type { HttpContext } from '@adonisjs/core/http'
import type { Heading } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'

const PAGE = 30

/** Konu başlıkları: in their order, each with how many open subjects it has; out of memory. */
export function headingsPage(ctx: HttpContext) {
  const { tree, subjects, everyUnit } = ctx.catalogue
  const { rows, ...pages } = pageOf(ctx, tree.headings, 'subjects.index')
  const isLost = (unitId: number | null) =>
    everyUnit.some(({ id, closedOn }) => id === unitId && closedOn)
  return {
    ...pages,
    rows: rows.map((heading) => ({
      heading,
      count: subjects.filter(({ headingId }) => headingId === heading.id).length,
      isFirst: heading === tree.headings[0],
      isLast: heading === tree.headings.at(-1),
    })),
    lost: subjects.filter(({ unitId }) => isLost(unitId)).slice(0, PAGE),
  }
}

/** Konular: those of a heading in their order, the closed ones last. */
export function subjectsPage(ctx: HttpContext, heading: Heading) {
  const { tree, everyUnit } = ctx.catalogue
  const all = tree.under(heading)
  const open = all.filter(({ closedOn }) => !closedOn)
  const { rows, ...pages } = pageOf(ctx, all, 'headings.edit', heading.id)
  return {
    ...pages,
    isEmpty: open.length === 0,
    subjects: rows.map((subject) => ({
      subject,
      unit: everyUnit.find(({ id }) => id === subject.unitId) ?? null,
      into: subject.mergedIntoId && tree.subject(subject.mergedIntoId),
      isFirst: subject === open[0],
      isLast: subject === open.at(-1),
    })),
  }
}

/** A page of a list in memory, behind the one with the id that the address names (`sonra`). */
export function pageOf<T extends { id: number }>(
  ctx: HttpContext,
  all: readonly T[],
  route: string,
  id?: number
) {
  const after = Typed.asked(ctx).text('sonra')
  const from = all.findIndex((one) => String(one.id) === after) + 1
  const rows = all.slice(from, from + PAGE)
  const address = (sonra?: number) =>
    addressOf(route, ctx.officer.locale, id ? { id } : {}, { sonra })
  const isMore = all.length > from + PAGE
  return {
    rows,
    next: isMore ? address(rows.at(-1)!.id) : null,
    first: from > 0 ? address() : null,
  }
}
