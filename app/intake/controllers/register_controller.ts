import type { HttpContext } from '@adonisjs/core/http'
import { treeOf } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { PetitionList, type ListPage } from '../lists/petition_list.ts'
import { registerFilter, statesFor } from '../lists/register_filter.ts'
import { OUTCOMES } from '../stages.ts'

/** The register: every petition that this officer may see, and what each figure counted. */
export default class RegisterController {
  async index(ctx: HttpContext) {
    const { officer, i18n, catalogue } = ctx
    const asked = Typed.from(ctx)
    const { filter, title, typed } = registerFilter(asked, catalogue, i18n)
    const { next, ...page } = await PetitionList.page(officer, filter, asked.text('sonra'))
    const following = { ...typed, sonra: next }
    return registerPage(ctx, {
      ...page,
      title,
      filter: typed,
      next: next && addressOf('register.index', i18n.locale, {}, following),
    })
  }
}

interface RegisterPage extends Pick<ListPage, 'rows' | 'short'> {
  title: string
  filter: Record<string, string>
  next?: string | null
  /** Pages of a search, which have no address: the cursor of the next one. */
  found?: { next: string | null; isFirst: boolean }
  /** What a search found of what was handed over, and where it lies now. */
  kept?: { number: string; authority: string }[]
}

/** The register's page, whatever chose its lines. */
export async function registerPage({ view, officer, catalogue }: HttpContext, page: RegisterPage) {
  // A closed one as long as it is asked for.
  const units = catalogue.everyUnit
    .filter(({ code, closedOn }) => !closedOn || code === page.filter.birim)
    .map(({ code, name }) => ({ code, name }))
  const { others } = await treeOf(officer.authorityId)
  const lists = {
    isOfTree: others.length > 0,
    units,
    states: statesFor(officer),
    outcomes: OUTCOMES,
  }
  return view.render('intake/register/index', {
    next: null,
    found: null,
    kept: [],
    ...lists,
    ...page,
  })
}
