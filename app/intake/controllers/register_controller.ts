import type { HttpContext } from '@adonisjs/core/http'
import { installation } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { PetitionList, type ListPage } from '../lists/petition_list.ts'
import { registerFilter, statesFor } from '../lists/register_filter.ts'
import type { Scope } from '../lists/scope.ts'
import { OUTCOMES } from '../stages.ts'

/** The register: every petition that this officer may see, and what each figure counted. */
export default class RegisterController {
  async index(ctx: HttpContext) {
    const { officer, i18n } = ctx
    const asked = Typed.from(ctx)
    const { filter, title, typed, scope } = await registerFilter(asked, officer, i18n)
    const { next, ...page } = await PetitionList.page(officer, filter, asked.text('sonra'))
    const following = { ...typed, sonra: next }
    return registerPage(ctx, {
      ...page,
      title,
      scope,
      filter: typed,
      next: next && addressOf('register.index', i18n.locale, {}, following),
    })
  }
}

interface RegisterPage extends Pick<ListPage, 'rows' | 'short'> {
  title: string
  scope: Scope
  filter: Record<string, string>
  next?: string | null
  /** Pages of a search, which have no address: the cursor of the next one. */
  found?: {
    next: string | null
    isFirst: boolean
    /** what is one slip of the pen away from what was typed */
    isAlike: boolean
    /** what part of all petitions can be found by words; null: all */
    written: number | null
  }
  /** What a search found of what was handed over, and where it lies now. */
  kept?: { number: string; authority: string }[]
}

/** The register's page, whatever chose its lines. */
export async function registerPage(
  { view, officer }: HttpContext,
  { scope, ...page }: RegisterPage
) {
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name })
  // A closed one as long as it is asked for; and only of one authority: each has its own.
  const units = scope.one?.everyUnit.filter(
    ({ code, closedOn }) => !closedOn || code === page.filter.birim
  )
  const { others } = (await installation(officer.authorityId)).tree(officer.authorityId)
  const lists = {
    isOfTree: others.length > 0,
    authorities: scope.offered.map(named),
    withAuthority: scope.one === null,
    units: units?.map(named) ?? [],
    states: statesFor(officer),
    outcomes: OUTCOMES,
    /** whether somebody stands before this officer, perhaps, and asks */
    counters: Boolean(page.found) && officer.mayOpen('desk.create'),
  }
  return view.render('intake/register/index', {
    next: null,
    found: null,
    kept: [],
    ...lists,
    ...page,
  })
}
