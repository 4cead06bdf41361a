import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, type Petition } from '#intake'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { cardOf } from '../inbox/assigning/assign_page.ts'
import { InterimAnswer } from '../models/interim_answer.ts'
import { informedAt, interimPage } from './page.ts'

const PAGE = 'response/interim_answers/create'

/** Does what a form of the page asks for, of the petition as the form showed it, and goes to the card. */
export async function takeInterim(
  ctx: HttpContext,
  act: (petition: Petition, typed: Typed) => Promise<string>
) {
  const petition = await informedAt(ctx)
  const save = async (typed: Typed) => {
    const key = (await isDone(ctx, petition, typed))
      ? 'already'
      : await unchanged(petition, typed, () => act(petition, typed))
    const { shownNumber } = petition
    ctx.session.flash('done', { key: `response.flash.${key}`, params: { number: shownNumber } })
    return ctx.response.redirect().status(303).toPath(cardOf(ctx, petition).back)
  }
  return takeForm(ctx, PAGE, save, async (typed) => {
    return { ...(await interimPage(ctx, petition)), typed: typed.words }
  })
}

/** One's own second press, or the same from a second tab. */
async function isDone({ officer }: HttpContext, petition: Petition, typed: Typed) {
  if (typed.text('version') === String(petition.version)) return false
  const [last] = await InterimAnswer.of(petition)
  if (!typed.text('intent')) {
    return last?.writtenBy === officer.id && last.text === typed.text('text')
  }
  const state = typed.text('intent') === 'refuse' ? 'refused' : 'given'
  return last?.decidedBy === officer.id && last.state === state
}

/** @throws Refusal where somebody else was there since the page was made */
async function unchanged<T>(petition: Petition, typed: Typed, act: () => Promise<T>) {
  const changed = new Refusal({ field: 'version', rule: 'changed' })
  if (typed.text('version') !== String(petition.version)) throw changed
  try {
    return await act()
  } catch (error) {
    throw error instanceof PetitionChanged ? changed : error
  }
}
