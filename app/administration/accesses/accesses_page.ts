import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { addressOf } from '#shared/address'
import { Problems, Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { SORTS } from './asked.ts'
import { listed, NONE } from './listed.ts'

const FIELDS = ['ne', 'makam', 'gorevli', 'numara', 'ilk', 'son']

/** The list of accesses of one authority: one's own, or one that is read from above. */
export async function accessesPage({ officer, i18n }: HttpContext, typed: Typed) {
  const { authority } = await Catalogue.of(officer.authorityId)
  const offered = officer.below.length > 0 ? [authority, ...officer.below] : []
  const of = offered.find(({ code }) => code === typed.text('makam')) ?? authority
  const words = Object.fromEntries(FIELDS.map((name) => [name, typed.text(name)]))
  const address = (more: Record<string, string>) =>
    addressOf('accesses.index', officer.locale, {}, { ...words, ...more })
  const problems = new Problems(i18n, 'administration')
  const { rows, short, choice, place } = await listed(officer, of.id, typed).catch((error) => {
    if (!(error instanceof Refusal)) throw error
    problems.addAll(error)
    return NONE
  })
  return {
    ...{ words, problems, rows, short: short ? 'accesses' : null },
    sort: typed.oneOf('ne', SORTS) ?? SORTS[0],
    sorts: SORTS.map((sort) => ({ sort, href: address({ ne: sort }) })),
    authorities: offered.map(({ code, name }) => ({ code, name })),
    of: of.code,
    choice: choice.map(({ name, login }) => ({ name, login, href: address({ gorevli: login }) })),
    // Whoever reads the list by an auditor's role sees no petition behind it.
    opensCards: !officer.can('accesses.seeEvery'),
    next: place && address({ sonra: place }),
    first: typed.has('sonra') ? address({}) : null,
  }
}
