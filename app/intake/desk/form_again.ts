import type { HttpContext } from '@adonisjs/core/http'
import { Problems } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { draftOf } from '../attachments/drafts/listed.ts'
import { FormToken } from '../form/form_token.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Questions } from '../form/questions/questions.ts'

/** The desk's form with all that was typed, after a button that sends nothing; some of it anew. */
export function formAgain(ctx: HttpContext, anew: SomeWords = {}) {
  return formOf(ctx, { ...Typed.from(ctx).words, ...anew })
}

/** The desk's form with these words in it, and the files that were added to it. */
export async function formOf(ctx: HttpContext, words: SomeWords) {
  const typed = new Typed(words)
  const token = typed.text('token')
  const isGood = FormToken.check(token) === 'valid'
  const { catalogue, i18n } = ctx
  const withFiles = typed.ticks('withFiles')
  return {
    ...(await petitionPage(ctx, 'desk', isGood ? token : undefined)),
    turn: (Number(Typed.asked(ctx).text('kez')) || 0) + 1,
    withFiles,
    files: withFiles && isGood ? await draftOf(token) : [],
    questions: Questions.of(typed, catalogue, i18n.locale, 'desk'),
    problems: new Problems(i18n, 'intake'),
    typed: typed.words,
  }
}
