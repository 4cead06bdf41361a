import type { HttpContext } from '@adonisjs/core/http'
import type { Action, Petition } from '#intake'
import type { Officer } from '#organisation'
import { draftIn, nameOf, type Typed } from './typed.ts'

/** A button of the card that was pressed, with all that stood in the card's fields. */
export class Pressed {
  readonly officer: Officer
  readonly typed: Typed

  constructor(
    protected readonly ctx: HttpContext,
    readonly petition: Petition,
    readonly action: Action
  ) {
    this.officer = ctx.officer
    const { _csrf, ...typed } = ctx.request.body()
    this.typed = typed
  }

  text(field: string) {
    return this.typed[nameOf(this.action, field)] ?? ''
  }

  textOrNull(field: string) {
    return this.text(field) || null
  }

  has(field: string) {
    return nameOf(this.action, field) in this.typed
  }

  /** Whether a unit puts its draft before its head, and does not only keep it. */
  get submits() {
    return this.typed.intent === 'submit'
  }

  /** The words of an answer. */
  draft() {
    return draftIn(this.typed, this.action)
  }
}
