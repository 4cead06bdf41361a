import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { callable } from '#shared/callable'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { dateTime } from '#shared/dates/turkish_date'
import { DeskNotes } from '../desk/desk_notes.ts'
import { draftOf } from '../attachments/drafts/listed.ts'
import { FormToken } from './form_token.ts'
import { Petition } from '../models/petition.ts'
import { PrivacyNotice } from '../models/privacy_notice.ts'
import { broughtByMail } from '../mail/desk/brought.ts'
import { joinPetition } from '../joining/join.ts'
import { sealJoin } from '../joining/join_receipt.ts'
import { offerIn } from '../joining/offer.ts'
import { PetitionForm, type Door } from './petition_form.ts'
import { petitionPage } from './petition_page.ts'
import { Questions } from './questions/questions.ts'
import { receiveWritten } from '../receiving/at_desk.ts'
import type { PetitionDetails } from '../receiving/details.ts'
import { sealReceipt } from '../receiving/receipt_seal.ts'
import { FormAlreadyUsed, SameAgain, wasReceivedWith } from '../receiving/sent_twice.ts'
import { countSubmission } from './submission_limits.ts'
import { Warnings } from './warnings/warnings.ts'

/**
 * A petition form that was sent: either a receipt's address, or the page again with everything
 * typed still in it and a sentence for each thing to mend.
 */
export class Submission {
  /** @param withFiles whether some may have come under its token */
  static async take(ctx: HttpContext, door: Door, withFiles = false) {
    const form = new PetitionForm(ctx, door)
    const submission = new Submission(ctx, form, withFiles)
    await submission.#receive()
    return submission
  }

  /** The same of a form that is read back before it is sent: `details` when nothing is to be mended. */
  static async read(ctx: HttpContext) {
    const submission = new Submission(ctx, new PetitionForm(ctx, 'desk'), false)
    submission.#isReadOnly = true
    await submission.#receive()
    return submission
  }

  details?: PetitionDetails

  /** The sealed address of the receipt; undefined while something is to be mended. */
  receipt?: string
  /** The same of whoever joined what others had told. */
  joined?: string
  status = 422
  page: Record<string, unknown> = {}
  #warnings?: Warnings
  #isReadOnly = false

  private constructor(
    private readonly ctx: HttpContext,
    private readonly form: PetitionForm,
    private readonly withFiles: boolean
  ) {}

  async #receive() {
    const { problems, typed } = this.form
    const token = typed.text('token')
    const { i18n, catalogue } = this.ctx
    const { id } = catalogue.authority
    const notice = await PrivacyNotice.shown(id, i18n.locale, typed.text('notice'))
    const details = this.form.details(catalogue, notice.version)
    const { door } = this.form
    this.#warnings = await Warnings.of({ typed, details, door, catalogue, i18n })
    const trouble = await this.#troubleWithToken()
    const { withFiles } = this
    if (trouble) problems.add('token', trouble)
    else if (withFiles && (await this.#hasLostFiles(token))) problems.add('files', 'gone')
    else if (details) {
      if (this.#warnings.ask || this.#questions.ask) return this.#show(token)
      if (this.#isReadOnly) return void (this.details = details)
      const counted = this.#counted(details)
      if ('reached' in counted) {
        problems.add('limit', counted.reached)
        this.status = 429
        return this.#show(token)
      }
      if (door === 'web' && typed.has('join')) return this.#join(details, counted)
      try {
        const officer = this.ctx.officer as Officer | undefined
        const isAnother = typed.ticks('again')
        const ofMail = await broughtByMail(typed, officer)
        const notes = officer && (await DeskNotes.of(typed, officer))
        const { arrivedAt } = details.brought ?? {}
        const options = {
          token,
          officer,
          isAnother,
          withFiles,
          ...(notes && { notes }),
          ...ofMail,
          ...(arrivedAt && { arrivedAt }),
        }
        const receipt = await receiveWritten(details, options)
        // Sent again, it is the same petition.
        if (!receipt.petition.$isLocal) counted.giveBack()
        this.receipt = await sealReceipt(receipt, details)
        return
      } catch (error) {
        // This one stays counted: a stranger may be trying out somebody's words.
        if (error instanceof SameAgain) return this.#ask(error)
        counted.giveBack()
        if (error instanceof Refusal) {
          problems.addAll(error)
          return this.#show(token)
        }
        if (!(error instanceof FormAlreadyUsed)) throw error
        problems.add('token', 'used')
        return this.#show()
      }
    }
    await this.#show(trouble ? undefined : token)
  }

  /** Beni de ekle: nothing of the form is sent, and who pressed is told what comes of the other one. */
  async #join(details: PetitionDetails, counted: { giveBack: () => void }) {
    const { problems, typed } = this.form
    const token = typed.text('token')
    try {
      const joined = await joinPetition(offerIn(typed.text('join')), details, token)
      if (!joined.isNew) counted.giveBack()
      this.joined = await sealJoin(joined, details.authorityId)
    } catch (error) {
      counted.giveBack()
      const isUsed = error instanceof FormAlreadyUsed
      if (isUsed) problems.add('token', 'used')
      else if (error instanceof Refusal) problems.addAll(error)
      else throw error
      await this.#show(isUsed ? undefined : token)
    }
  }

  /**
   * A stranger who knows the words learns when they came, never the number: only an officer who may
   * see the petition is led there.
   */
  async #ask({ petition }: SameAgain) {
    const { problems, typed } = this.form
    const { i18n, officer } = this.ctx
    const { number } = petition
    const isSeen = Boolean(officer && (await Petition.findFor(officer, number)))
    const { authority } = this.ctx.catalogue
    const values = {
      at: dateTime(petition.receivedAt, i18n.locale),
      phone: callable(authority.phone),
    }
    problems.add('again', isSeen ? 'sameAtDesk' : 'same', values)
    await this.#show(typed.text('token'))
    if (isSeen) this.page.same = number
  }

  /** An old form that has brought its petition already still leads to its receipt. */
  async #troubleWithToken() {
    const token = this.form.typed.text('token')
    const state = FormToken.check(token)
    if (state === 'expired' && (await wasReceivedWith(token))) return null
    return state === 'valid' ? null : state
  }

  /** Files of a form that was long open are gone; of one that was sent they are the petition's. */
  async #hasLostFiles(token: string) {
    const listed = Number(this.form.typed.text('attached')) || 0
    if ((await draftOf(token)).length >= listed) return false
    return !(await wasReceivedWith(token))
  }

  /** The same token as long as it is good: sending the mended form is still the same petition. */
  async #show(token?: string) {
    const page = await petitionPage(this.ctx, this.form.door)
    const { problems, typed } = this.form
    // A browser whose line breaks while it sends to the address of the very page puts its complaint
    // in the page's place, and "back" finds nothing typed: each sending has an address of its own.
    const turn = (Number(Typed.asked(this.ctx).text('kez')) || 0) + 1
    const warnings = this.#warnings
    const isPrivate = this.ctx.catalogue.subjectByCode(typed.text('subject'))?.sensitive
    const { withFiles } = this
    const files = withFiles && token ? await draftOf(token) : []
    const shown = { problems, warnings, isPrivate, withFiles, files, typed: typed.words }
    const questions = this.#questions
    this.page = { ...page, token: token ?? page.token, turn, questions, ...shown }
  }

  get #questions() {
    const { typed, door } = this.form
    return Questions.of(typed, this.ctx.catalogue, this.ctx.i18n.locale, door)
  }

  /** The bureau writes down whoever comes: nobody is counted there. */
  #counted(details: PetitionDetails) {
    if (this.ctx.officer) return { giveBack() {} }
    return countSubmission(details, this.ctx.request.ip())
  }
}
