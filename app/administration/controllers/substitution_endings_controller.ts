import type { HttpContext } from '@adonisjs/core/http'
import { endSubstitution } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'
import {
  SUBSTITUTION_PAGE,
  substitutionAt,
  substitutionPage,
} from '../substitutes/substitution_page.ts'

/** Somebody is back earlier, or the wrong one was named. */
export default class SubstitutionEndingsController {
  store(ctx: HttpContext) {
    const take = async (typed: Parameters<typeof seenIn>[0]) => {
      const row = await substitutionAt(ctx)
      const { isOpen } = row
      await endSubstitution(row, seenIn(typed), ctx.officer)
      return kept(ctx, 'substitutions.index', isOpen)
    }
    return takeForm(ctx, SUBSTITUTION_PAGE, take, () => substitutionPage(ctx))
  }
}
