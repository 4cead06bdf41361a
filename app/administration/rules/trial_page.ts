import type { HttpContext } from '@adonisjs/core/http'
import { PetitionList } from '#intake'
import { ruleBookOf, triedSign, type RoutingRule } from '#organisation'
import { RuleTrial } from '#routing'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { ruleWords } from './rule_words.ts'

export const TRIAL_PAGE = 'administration/rule_trials/show'
const PAGE = 30

/** What the last trial of a rule found, a page of its petitions at a time. */
export async function trialPage({ officer, request }: HttpContext, rule: RoutingRule) {
  const { authorityId, locale } = officer
  const book = await ruleBookOf(authorityId)
  const trial = await RuleTrial.lastOf(rule, officer)
  const words = ruleWords(rule, book, locale)
  const page = { rule, words, asleep: book.asleep(rule), trial }
  const usual = rule.subjectId ? (book.shelf.tree.subject(rule.subjectId)?.kind ?? null) : null
  const unlike = rule.kind && usual && usual !== rule.kind ? usual : null
  if (!trial) return { ...page, unlike, rows: [], next: null, first: null, isFresh: false }

  const from = placeIn(Typed.asked({ request }))
  const shown = trial.pairs.slice(from, from + PAGE)
  const lines = await PetitionList.these(
    officer,
    shown.map(([id]) => id)
  )
  const unitOf = new Map(book.shelf.units.map(({ id, name }) => [id, name]))
  const address = (sonra?: number) =>
    addressOf('rule_trials.show', locale, { id: rule.id }, { sonra })
  const isMore = trial.pairs.length > from + PAGE
  return {
    ...{ ...page, unlike, isFresh: trial.sign === triedSign(book) },
    rows: lines.map((line) => {
      const [, without] = shown.find(([id]) => id === line.id)!
      return { line, without: without ? unitOf.get(without)! : null }
    }),
    next: isMore ? address(from + PAGE) : null,
    first: from > 0 ? address() : null,
  }
}

function placeIn(typed: Typed) {
  return /^\d{1,3}$/.test(typed.text('sonra')) ? Number(typed.text('sonra')) : 0
}
