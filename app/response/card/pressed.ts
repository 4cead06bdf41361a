import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, type Action, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed, type Words } from '#shared/typed/typed'
import { draftIn, nameOf, reasonsIn, withoutFieldsOf } from './typed.ts'

/** A button of the card that was pressed, with all that stood in the card's fields. */
export class Pressed {
  readonly officer: Officer
  /** The whole card, by the names that tell its parts apart. */
  readonly typed: Words
  /** What belongs to the button. */
  readonly own: Typed

  constructor(
    protected readonly ctx: HttpContext,
    readonly petition: Petition,
    readonly action: Action
  ) {
    this.officer = ctx.officer
    const card = Typed.from(ctx).without('_csrf')
    this.typed = card.words
    this.own = card.part(nameOf(action, ''))
  }

  text(field: string) {
    return this.own.text(field)
  }

  textOrNull(field: string) {
    return this.text(field) || null
  }

  /** Whether a unit puts its draft before its head, and does not only keep it. */
  get submits() {
    return this.typed.intent === 'submit'
  }

  /** What was typed and is not said by this button. */
  get leftOver(): Words {
    const others = withoutFieldsOf(this.action, this.typed)
    return this.submits ? others : { ...others, ...reasonsIn(this.typed) }
  }

  /**
   * The words of an answer may change without a step: what is decided of them is decided of those that
   * the page showed.
   *
   * @throws PetitionChanged
   */
  demandSeen(version: number) {
    const [, seen = String(version)] = (this.typed.seen ?? '').split('.')
    if (seen !== String(version)) throw new PetitionChanged()
  }

  /** The words of an answer. */
  draft() {
    return draftIn(this.own)
  }
}
