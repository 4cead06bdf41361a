import type { HttpContext } from '@adonisjs/core/http'
import { Problems, Refusal } from './problems.ts'
import { Typed } from './typed.ts'

/**
 * Takes a form that was sent: does what it asks for, or gives its page back with everything typed
 * still in it and a sentence for each thing to mend.
 *
 * @param page template of the form's page; the first of its folders is whose sentences are said
 * @param rest what the page shows besides
 */
export async function takeForm<T>(
  ctx: HttpContext,
  page: string,
  act: (typed: Typed) => Promise<T>,
  rest: (typed: Typed, refusal: Refusal) => object | Promise<object> = () => ({})
) {
  const typed = Typed.from(ctx)
  try {
    return await act(typed)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problems = new Problems(ctx.i18n, page.split('/')[0]!).addAll(error)
    ctx.response.status(error.status)
    const shown = { typed: typed.words, ...(await rest(typed, error)), problems }
    return ctx.view.render(page, shown)
  }
}
