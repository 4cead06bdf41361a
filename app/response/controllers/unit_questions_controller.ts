import type { HttpContext } from '@adonisjs/core/http'
import { askUnit, answerQuestion, AskedList, releaseUnit } from '#routing'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { CardForm } from '../card/form.ts'
import { askedPage } from '../asked/asked_page.ts'
import { questionPage } from '../asked/question_page.ts'
import { unlessChanged } from '../asked/unless_changed.ts'

/** Birime soru: asked on a card, answered on a page of its own by the unit that is asked. */
export default class UnitQuestionsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('response/unit_questions/index', await askedPage(ctx))
  }

  async show(ctx: HttpContext) {
    const question = (await AskedList.find(ctx.officer, ctx.params.id)) ?? notFound(ctx)
    const page = await questionPage(ctx, question)
    return ctx.view.render('response/unit_questions/show', { ...page, typed: {} })
  }

  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'askUnit', async (form) => {
      await askUnit(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'routing.flash.unitAsked' }
    })
  }

  async update(ctx: HttpContext) {
    const { officer, params, session, response, i18n } = ctx
    const question = (await AskedList.find(officer, params.id)) ?? notFound(ctx)
    const page = () => questionPage(ctx, question)
    return takeForm(
      ctx,
      'response/unit_questions/show',
      async (typed) => {
        const declines = question.isPart && typed.text('intent') === 'decline'
        const words = typed.text('reply')
        await unlessChanged(question, { officer, words }, () =>
          answerQuestion(question, officer, { words, declines })
        )
        const key = declines ? 'routing.flash.unitDeclined' : 'routing.flash.unitAnswered'
        session.flash('done', { key })
        return response
          .redirect()
          .status(303)
          .toPath(addressOf('unit_questions.index', i18n.locale))
      },
      page
    )
  }

  destroy(ctx: HttpContext) {
    return CardForm.take(ctx, 'releaseUnit', async (form) => {
      const { petition, officer } = form
      await releaseUnit(petition, officer, form.text('unit'), form.text('reason'))
      return { to: 'card', key: 'routing.flash.unitReleased' }
    })
  }
}
