import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged } from '#intake'
import { addressOf } from '#shared/address'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { answerIt, closeIt } from '../directives/answer_it.ts'
import { directiveAt, directivePage } from '../directives/page.ts'

const PAGE = 'response/directives/show'

/** A directive of one petition: answered by whoever got it, closed by whoever gave it. */
export default class DirectiveAnswersController {
  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await directivePage(ctx, await directiveAt(ctx)))
  }

  store(ctx: HttpContext) {
    return take(ctx, ({ petition, directive }, typed) =>
      answerIt(petition, directive.id, ctx.officer, typed)
    )
  }

  destroy(ctx: HttpContext) {
    return take(ctx, ({ petition, directive }) => closeIt(petition, directive.id, ctx.officer))
  }
}

type At = Awaited<ReturnType<typeof directiveAt>>

async function take(ctx: HttpContext, act: (at: At, typed: Typed) => Promise<unknown>) {
  const at = await directiveAt(ctx)
  const save = async (typed: Typed) => {
    try {
      await act(at, typed)
    } catch (error) {
      if (!(error instanceof PetitionChanged)) throw error
      throw new Refusal({ field: 'version', rule: 'changed' })
    }
    ctx.session.flash('done', { key: 'response.directives.written', params: {} })
    const to = addressOf('cards.show', ctx.i18n.locale, { number: at.petition.number })
    return ctx.response.redirect().status(303).toPath(to)
  }
  return takeForm(ctx, PAGE, save, async (typed) => {
    return { ...(await directivePage(ctx, await directiveAt(ctx))), typed: typed.words }
  })
}
