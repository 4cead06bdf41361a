import type { I18n } from '@adonisjs/i18n'
import { LINE_STATES, listOf, type LineState, type Plan } from '#organisation'
import type { Reason } from '#shared/typed/problems'

const PAGE = 50

interface Asked {
  state: LineState | null
  /** line of the file that was seen last */
  after: number
}

/** A page of what a file would do: of one sort of lines, or of all of them as they stand in it. */
export function previewPage(plan: Plan, name: string, { state, after }: Asked, i18n: I18n) {
  const titles = titlesOf(name)
  const found = plan.lines.filter((one) => one.line > after && (!state || one.state === state))
  const rows = found.slice(0, PAGE).map((one) => ({
    line: one.line,
    state: one.state,
    name: one.name || one.words.name || one.words.code || '',
    fields:
      one.state === 'changed'
        ? one.fields.map((field) => ({ ...field, title: titles.get(field.field) }))
        : [],
    reasons: one.reasons.map((reason) => saidOf(reason, titles, i18n)),
  }))
  const next = found.length > PAGE ? rows.at(-1)!.line : null
  return { rows, next, states: LINE_STATES.filter((one) => plan.counts[one] > 0) }
}

function titlesOf(name: string) {
  return new Map(listOf(name).columns.map(({ field, title }) => [field, title]))
}

/** Kod: … */
function saidOf({ field, rule, values }: Reason, titles: Map<string, string>, i18n: I18n) {
  const key = `administration.import.wrong.${rule}`
  const said = i18n.hasMessage(key)
    ? i18n.t(key, values)
    : i18n.t('administration.import.wrong.format')
  return `${titles.get(field) ?? field}: ${said}`
}
