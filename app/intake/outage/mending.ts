import type { HttpContext } from '@adonisjs/core/http'
import { Officer } from '#organisation'
import { dateTime } from '#shared/dates/turkish_date'
import { callable } from '#shared/callable'
import { Typed } from '#shared/typed/typed'
import { Questions } from '../form/questions/questions.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Petition } from '../models/petition.ts'
import type { OutageForm } from '../models/outage_form.ts'
import { receiveWritten } from '../receiving/at_desk.ts'
import type { PetitionDetails } from '../receiving/details.ts'
import { FormAlreadyUsed, SameAgain } from '../receiving/sent_twice.ts'
import { shownAnswers } from './asking/closed_answers.ts'
import { readForm } from './reading.ts'

/** A form that came back, as an officer mends it: what is wrong is said as soon as it is opened. */
export class Mending {
  static async of(ctx: HttpContext, form: OutageForm) {
    const isSent = ctx.request.method() === 'POST'
    const words = isSent ? Typed.from(ctx).words : form.words
    return new Mending(ctx, form, await readForm(ctx, words))
  }

  /** The petition that it is, if the officer may see it. */
  same?: string

  private constructor(
    private readonly ctx: HttpContext,
    private readonly outageForm: OutageForm,
    private readonly read: Awaited<ReturnType<typeof readForm>>
  ) {}

  /** Whether it is a petition now; else its page says why not. */
  async send() {
    const { details } = this.read
    if (!details) return false
    try {
      const { petition } = await this.#received(details)
      await this.outageForm.became(petition, this.ctx.officer)
      return true
    } catch (error) {
      if (error instanceof SameAgain) await this.#ask(error)
      else if (error instanceof FormAlreadyUsed) this.read.form.problems.add('token', 'used')
      else throw error
      return false
    }
  }

  async page() {
    const { problems, typed } = this.read.form
    const { catalogue, i18n } = this.ctx
    const page = await petitionPage(this.ctx, 'desk', '')
    const questions = Questions.of(typed, catalogue, i18n.locale, 'desk')
    const closed = await shownAnswers(this.outageForm.words, catalogue, i18n.locale)
    const shown = { problems, typed: typed.words, same: this.same, questions, closed }
    return { ...page, statistics: null, form: this.outageForm, ...shown }
  }

  /** In the name of whoever wrote it; of whoever has left, in that of who looked at it. */
  async #received(details: PetitionDetails) {
    const { officer } = this.ctx
    const { token, writtenAt: arrivedAt, writerId } = this.outageForm
    const writer = await (await Officer.findOrFail(writerId)).loadRoles()
    const isAnother = this.read.form.typed.ticks('again')
    const by = writer.works ? writer : officer
    return receiveWritten(details, { token, arrivedAt, isAnother, officer: by })
  }

  async #ask({ petition }: SameAgain) {
    const { i18n, officer, catalogue } = this.ctx
    const isSeen = (await Petition.findFor(officer, petition.number)) !== null
    const at = dateTime(petition.receivedAt, i18n.locale)
    const values = { at, phone: callable(catalogue.authority.phone) }
    this.read.form.problems.add('again', isSeen ? 'sameAtDesk' : 'same', values)
    if (isSeen) this.same = petition.number
  }
}
