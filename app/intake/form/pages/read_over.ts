import type { HttpContext } from '@adonisjs/core/http'
import type { Typed } from '#shared/typed/typed'
import type { Questions } from '../questions/questions.ts'
import { KINDS } from '../../stages.ts'
import { STATISTICS } from '../statistics.ts'
import { MANAGER } from '../../shield/at_receipt.ts'
import type { Page } from './pages.ts'

type Place = Pick<HttpContext, 'catalogue' | 'i18n'>

/** Everything that was typed, as it is read over before it is sent: page by page, what was asked and said. */
export function readOver(pages: readonly Page[], questions: Questions, typed: Typed, place: Place) {
  const said = wordsOf(typed, place)
  return pages.map(({ name: page, fields, part }) => {
    const asked = questions.list.find(({ name }) => name === page)
    if (asked) {
      return { page, lines: [{ name: page, label: asked.label, value: chosen(asked, typed) }] }
    }
    const words = part === 'statistics' ? 'intake.statistics' : 'intake.form'
    const lines = fields.map((name) => {
      const label = place.i18n.t(`${words}.${name}`)
      return { name, label, value: said(name) }
    })
    // A box that is not ticked says nothing.
    return { page, lines: lines.filter(({ name, value }) => value || !TICKED.includes(name)) }
  })
}

type Asked = Questions['list'][number]

function chosen({ name, choices }: Asked, typed: Typed) {
  const text = typed.text(name)
  return choices.find(({ value }) => value === text)?.label ?? text
}

/** What stands in a field, in words; '' where nothing does. */
function wordsOf(typed: Typed, { catalogue, i18n }: Place) {
  return (name: string) => {
    const text = typed.text(name)
    if (name === 'kind') return i18n.t(`intake.kind.${typed.oneOf(name, KINDS) ?? 'request'}`)
    if (name === 'subject') return catalogue.subjectByCode(text)?.nameIn(i18n.locale) ?? ''
    if (name === 'complained') {
      const isManagers = text === MANAGER
      return isManagers ? i18n.t('intake.form.manager') : (catalogue.unitByCode(text)?.name ?? '')
    }
    if (TICKED.includes(name)) return typed.ticks(name) ? i18n.t('intake.pages.yes') : ''
    if (!(name in STATISTICS)) return text
    const among: readonly string[] = STATISTICS[name as keyof typeof STATISTICS]
    return among.includes(text) ? i18n.t(`intake.statistics.${name}s.${text}`) : text
  }
}

const TICKED = ['noNationalId', 'declinesTexts']
