import type { HttpContext } from '@adonisjs/core/http'
import { KINDS, LEVELS } from '#intake'
import { mutedRules, Officer, ruleBookOf } from '#organisation'
import { pageOf } from '../subjects/lists.ts'
import { ruleWords } from './rule_words.ts'

export const SORTS = { kinds: KINDS, levels: LEVELS }

/** Yönlendirme kuralları: in their order, each with how it stands and who wrote it. */
export async function rulesPage(ctx: HttpContext) {
  const { authorityId, locale } = ctx.officer
  const book = await ruleBookOf(authorityId)
  const { rows, ...pages } = pageOf(ctx, book.rules, 'routing_rules.index')
  const muted = mutedRules(book, SORTS)
  const ids = [...new Set(rows.map(({ writtenBy }) => writtenBy))]
  const authors = await Officer.query().whereIn('id', ids)
  const shown = rows.map((rule) => {
    const words = ruleWords(rule, book, locale)
    const state = words.state === 'on' && muted.includes(rule.id) ? 'muted' : words.state
    const author = authors.find(({ id }) => id === rule.writtenBy)!.name
    return { ...words, state, author }
  })
  return { ...pages, rows: shown }
}
