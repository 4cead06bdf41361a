import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, ROUTING_ACTIONS, type Action } from '#intake'
import { OwnPetition } from '#routing'
import { addressOf } from '#shared/address'
import { Problems, Refusal } from '#shared/typed/problems'
import { ParagraphsOpen } from '../assisting/unconfirmed.ts'
import { approvalPage } from '../approving/page.ts'
import { withoutUntouched } from '../approving/shown_words.ts'
import { ChecksOpen } from '../checks/open.ts'
import { Card } from './card.ts'
import { lostCard } from './lost.ts'
import { News } from './news.ts'
import { keepForNextPage } from './kept.ts'
import { Pressed } from './pressed.ts'
import { placeOf, Trail } from '../inbox/trail.ts'

/** What the officer is told afterwards, and where: a sentence's key under `<module>.flash`. */
export interface Told {
  /** `next`: the one behind it in the list from which it was opened; from elsewhere its own card */
  to: 'next' | 'card' | 'queue' | 'inbox' | 'register'
  key: string
  params?: Record<string, string>
  /** an address of its own instead */
  path?: string
}

/** Whose sentences a form's problems are. */
const ROUTING: readonly Action[] = [
  ...ROUTING_ACTIONS,
  ...([
    'return',
    'recall',
    'remind',
    'askUnit',
    'releaseUnit',
    'askProgress',
    'restrict',
    'liftRestriction',
    'setUrgency',
    'meetUrgency',
  ] as const),
]

/**
 * The form of the card that was sent by one of its buttons. Either that is done and the officer goes
 * on, or the card comes back with this part open, everything typed still in it, and a sentence for
 * each thing to mend. What was typed for the other buttons goes along either way.
 */
export class CardForm extends Pressed {
  /** Where it stood in that list: it may leave it by this very form. */
  readonly #place = placeOf(this.petition)

  static async take(ctx: HttpContext, action: Action, act: (form: CardForm) => Promise<Told>) {
    const card = await Card.find(ctx)
    const isOwn = card?.petition.isOwnOf(ctx.officer)
    const may = isOwn || card?.petition.mayDo(action, ctx.officer)
    if (!card || !may) return lostCard(ctx, action, { isSeen: card !== null })
    const form = new CardForm(ctx, card.petition, action)
    try {
      if (isOwn) throw new OwnPetition()
      form.#demandUnchanged()
      return await form.#goOn(await act(form))
    } catch (error) {
      return form.#mend(error)
    }
  }

  /** The page that the form stood on may be an hour old. */
  #demandUnchanged() {
    if (this.typed.version !== String(this.petition.version)) throw new PetitionChanged()
  }

  async #goOn({ to, key, params, path }: Told) {
    const { ctx, petition } = this
    const { session, response, i18n } = ctx
    const { number, shownNumber } = petition
    session.flash('done', { key, params: { number: shownNumber, ...params } })
    const isKept = await keepForNextPage(ctx, petition, this.leftOver)
    // Where words are left over, the bureau sees them on the card before it goes on.
    const stays = isKept && to === 'queue' && (await Card.find(ctx))
    if (path && !isKept) return response.redirect().status(303).toPath(path)
    const trail = Trail.parse(this.typed.liste ?? '')
    const leaves = !isKept && (to === 'next' || to === 'inbox')
    const onward = leaves && (await trail?.onward(this.officer, this.#place))
    if (onward) return response.redirect().status(303).toPath(onward)
    const liste = trail?.from(this.#place, placeOf(petition)).words
    const address =
      to === 'card' || to === 'next' || stays
        ? addressOf('cards.show', i18n.locale, { number }, { liste })
        : addressOf(`${to}.index`, i18n.locale)
    return response.redirect().status(303).toPath(address)
  }

  async #mend(error: unknown) {
    const { ctx, action } = this
    const changed = error instanceof PetitionChanged
    if (!changed && !(error instanceof Refusal)) throw error
    const card = await Card.find(ctx)
    if (!card) return lostCard(ctx, action, { isSeen: false })

    const problems = new Problems(ctx.i18n, ROUTING.includes(action) ? 'routing' : 'response')
    if (changed) {
      const news = await News.of(card.petition, this)
      if (await news.isOurs()) return this.#goOn({ to: 'card', key: 'response.flash.already' })
      problems.add('version', news.how)
    } else {
      problems.addAll(error)
    }
    ctx.response.status(422)
    const typed = changed ? withoutUntouched(this.typed) : this.typed
    const isOpen = error instanceof ChecksOpen || error instanceof ParagraphsOpen
    const found = isOpen ? error.page : {}
    if (typed.from === 'approval') {
      const beside = { ...(await approvalPage(card.petition, ctx.officer, typed)), ...found }
      return ctx.view.render('response/approvals/show', { ...beside, problems, open: action })
    }
    const page = await card.page({ typed, changed })
    return ctx.view.render('response/cards/show', { ...page, ...found, problems, open: action })
  }
}
