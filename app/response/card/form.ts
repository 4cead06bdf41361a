import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { NEEDS, PetitionChanged, type Action, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import { Problems, Refusal } from '#shared/problems'
import { Card } from './card.ts'

/** What the officer is told afterwards, and where: a sentence's key under `<module>.flash`. */
export interface Told {
  to: 'card' | 'queue' | 'inbox'
  key: string
  params?: Record<string, string>
}

/** Whose sentences a form's problems are. */
const ROUTING: readonly Action[] = ['refer', 'answerHere', 'forward', 'return']

/**
 * A form of the card that was sent. Either it is done and the officer goes on, or the card comes
 * back with this form open, everything typed still in it, and a sentence for each thing to mend.
 */
export class CardForm {
  static async take(ctx: HttpContext, action: Action, act: (form: CardForm) => Promise<Told>) {
    const { petition } = await Card.open(ctx)
    if (!ctx.officer.can(NEEDS[action].permission)) throw new Exception('', { status: 403 })
    const form = new CardForm(ctx, petition)
    try {
      form.#demandUnchanged()
      return form.#goOn(await act(form))
    } catch (error) {
      return form.#mend(error, action)
    }
  }

  readonly officer: Officer
  private readonly typed: Record<string, string>

  private constructor(
    private readonly ctx: HttpContext,
    readonly petition: Petition
  ) {
    this.officer = ctx.officer
    const { _csrf, ...typed } = ctx.request.body()
    this.typed = typed
  }

  text(field: string) {
    return this.typed[field] ?? ''
  }

  textOrNull(field: string) {
    return this.text(field) || null
  }

  /** The page that the form stood on may be an hour old. */
  #demandUnchanged() {
    if (this.typed.version !== String(this.petition.version)) throw new PetitionChanged()
  }

  #goOn({ to, key, params }: Told) {
    const { session, response, i18n } = this.ctx
    const { number, shownNumber } = this.petition
    session.flash('told', { key, params: { number: shownNumber, ...params } })
    const address =
      to === 'card'
        ? addressOf('cards.show', i18n.locale, { number })
        : addressOf(`${to}.index`, i18n.locale)
    return response.redirect().status(303).toPath(address)
  }

  async #mend(error: unknown, action: Action) {
    const { ctx, typed } = this
    const problems = new Problems(ctx.i18n, ROUTING.includes(action) ? 'routing' : 'response')
    if (error instanceof PetitionChanged) problems.add('version', 'changed')
    else if (error instanceof Refusal) problems.addAll(error)
    else throw error

    const card = await Card.open(ctx)
    ctx.response.status(422)
    const page = await card.page()
    const unsent = page.actions.includes(action) ? [] : this.#words()
    return ctx.view.render('response/cards/show', {
      ...page,
      problems,
      typed,
      open: action,
      unsent,
    })
  }

  /** What the officer wrote, to be copied, when the card has no place for it any more. */
  #words() {
    return ['text', 'reason', 'note'].map((field) => this.text(field)).filter(Boolean)
  }
}
