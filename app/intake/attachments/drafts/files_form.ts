import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { Problems } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import type { Door } from '../../form/petition_form.ts'
import { Questions } from '../../form/questions/questions.ts'
import { petitionPage } from '../../form/petition_page.ts'
import { FormToken } from '../../form/form_token.ts'
import { Attachment } from '../../models/attachment.ts'
import { tokenDigest } from '../../receiving/form_keys.ts'
import { wasReceivedWith } from '../../receiving/sent_twice.ts'
import { Store } from '../store/store.ts'
import { DeskTelephone } from '../telephone/desk_telephone.ts'
import { countFiles } from './file_limits.ts'
import { keepArrivals } from './keep_arrivals.ts'
import { draftOf } from './listed.ts'
import { faultsOf } from './not_added.ts'

/**
 * A petition's form that came with files, or with the wish to bring some: they are kept under its
 * token, and the form comes back whole with a list of them. The files of a form that is sent at once
 * are kept first.
 */
export class FilesForm {
  readonly problems: Problems
  readonly #typed: Typed

  constructor(
    private readonly ctx: HttpContext,
    private readonly door: Door
  ) {
    this.problems = new Problems(ctx.i18n, 'intake')
    this.#typed = Typed.from(ctx)
  }

  /** Whether the button was pressed that sends the petition itself. */
  get sends() {
    return this.#typed.has('send') || this.#typed.ticks('again')
  }

  /** Keeps what came, takes away what is not wanted any more; `problems` say what could not be. */
  async take() {
    const token = this.#typed.text('token')
    const trouble = await troubleWith(token)
    if (trouble) return void (this.sends || this.problems.add('token', trouble))
    await takeAway(tokenDigest(token), Number(this.#typed.text('remove')) || 0)
    await this.#keep(token)
    if (this.door === 'desk') await this.#byTelephone(tokenDigest(token))
  }

  /** The form as it was, with its files. */
  async page() {
    const token = this.#typed.text('token')
    const isGood = FormToken.check(token) === 'valid' && this.problems.of('token') === null
    const page = await petitionPage(this.ctx, this.door, isGood ? token : undefined)
    const { catalogue, i18n } = this.ctx
    const turn = (Number(Typed.asked(this.ctx).text('kez')) || 0) + 1
    return {
      ...page,
      turn,
      withFiles: true,
      files: isGood ? await draftOf(token) : [],
      questions: Questions.of(this.#typed, catalogue, i18n.locale, this.door),
      problems: this.problems,
      typed: this.#typed.words,
    }
  }

  async #byTelephone(holder: string) {
    const telephone = new DeskTelephone(this.ctx, holder)
    await telephone.take(this.#typed, this.problems)
    if (this.sends) await telephone.demandDecided(this.problems)
  }

  async #keep(token: string) {
    const arrivals = this.ctx.arrivals ?? []
    if (arrivals.length === 0) return
    if (!this.ctx.officer && !countFiles(arrivals.length, this.ctx.request.ip())) {
      return void this.problems.add('files', 'busy')
    }
    const officer = this.ctx.officer as Officer | undefined
    const holder = { holder: tokenDigest(token), part: 'petition', officer } as const
    for (const { name, fault } of await faultsOf(await keepArrivals(arrivals, holder))) {
      this.problems.add('files', fault, { name })
    }
  }
}

async function troubleWith(token: string) {
  const state = FormToken.check(token)
  if (state !== 'valid') return state
  return (await wasReceivedWith(token)) ? 'used' : null
}

async function takeAway(holder: string, id: number) {
  if (id === 0) return
  const attachment = await Attachment.heldBy(holder)
    .where('id', id)
    .whereNull('petition_id')
    .first()
  if (!attachment) return
  if (attachment.file) await Store.remove(attachment.file)
  await attachment.delete()
}
