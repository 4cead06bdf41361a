import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { AnswerExample } from '../models/answer_example.ts'
import { givenLately } from './given.ts'

const FILTERS = ['released', 'given'] as const
const ID = /^\d{1,9}$/

/** What an officer's unit released, or what it answered and may release. */
export async function listedExamples(ctx: HttpContext) {
  const { officer, i18n } = ctx
  const asked = Typed.asked(ctx)
  const filter = asked.oneOf('filtre', FILTERS) ?? 'released'
  const sonra = asked.text('sonra')
  const before = ID.test(sonra) ? Number(sonra) : null
  const href = (query: object) => addressOf('answer_examples.index', i18n.locale, {}, { ...query })
  const list = {
    released: () => released(officer, before),
    given: () => givenLately(officer, before),
  }
  const { rows, next } = await list[filter]()
  return {
    ...{ rows, filter },
    filters: FILTERS.map((key) => ({ key, href: href({ filtre: key }) })),
    next: next && href({ filtre: filter, sonra: next }),
    first: before && href({ filtre: filter }),
  }
}

async function released(officer: HttpContext['officer'], before: number | null) {
  const { rows, next } = await AnswerExample.page(officer, before)
  const catalogue = await Catalogue.of(officer.authorityId)
  const subjectOf = (id: number) => catalogue.subject(id)?.nameIn(officer.locale) ?? null
  return {
    rows: rows.map(({ id, subjectId, outcome, text, releasedAt: at }) => ({
      ...{ id, subject: subjectOf(subjectId), outcome, text, at },
    })),
    next,
  }
}
