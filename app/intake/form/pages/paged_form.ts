import type { HttpContext } from '@adonisjs/core/http'
import type { Problems } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { PetitionForm } from '../petition_form.ts'
import { petitionPage } from '../petition_page.ts'
import { Questions } from '../questions/questions.ts'
import { Warnings } from '../warnings/warnings.ts'
import { OVER, pagesOf, type Page } from './pages.ts'
import { readOver } from './read_over.ts'

/** An empty one: the same for everybody but for its token. */
export async function firstPage(ctx: HttpContext, token: string) {
  const questions = Questions.of(new Typed({}), ctx.catalogue, ctx.i18n.locale, 'web')
  const pages = pagesOf(ctx.catalogue, questions)
  const { name, fields, part } = pages[0]!
  const empty = { kept: [], warned: '', asked: '', over: false }
  return {
    ...(await petitionPage(ctx, 'web', token)),
    ...{ only: fields, name, part, at: 1, of: pages.length, ...empty },
  }
}

/** What a page says of itself; all else that was sent is what was typed. */
const OF_THE_PAGE = ['token', 'notice', 'warned', 'asked', 'page', 'go', 'over']

/**
 * Soru soru: the citizen's form, one thing a page. It keeps nothing on the server: what was typed goes
 * along in hidden fields, and the last page sends it where the whole form does.
 */
export class PagedForm {
  readonly #typed: Typed
  readonly #form: PetitionForm
  readonly #questions: Questions
  readonly #pages: readonly Page[]

  constructor(private readonly ctx: HttpContext) {
    this.#form = new PetitionForm(ctx, 'web')
    this.#typed = this.#form.typed
    this.#questions = Questions.of(this.#typed, ctx.catalogue, ctx.i18n.locale, 'web')
    this.#pages = pagesOf(ctx.catalogue, this.#questions)
  }

  /** Whether somebody would rather have everything before them. */
  get isLeft() {
    return this.#typed.text('go') === 'whole'
  }

  /** The whole form, as far as it was filled in. */
  async whole() {
    const page = await petitionPage(this.ctx, 'web', this.#token)
    const [questions, warnings] = [this.#questions, await this.#warnings()]
    return { ...page, questions, warnings, turn: this.#turn, typed: this.#typed.words }
  }

  /** The page that comes next; the same one again with `problems` where something is to be mended. */
  async next() {
    this.#form.details(this.ctx.catalogue, 0)
    const left = this.#pages.find(({ name }) => name === this.#typed.text('page'))
    const wrong = left && this.#goes === 'next' ? this.#form.problems.only(left.fields) : null
    if (left && wrong?.any) return this.#show(left, wrong)
    const to = this.#pageAfter(left)
    return to ? this.#show(to) : this.#over()
  }

  get #goes() {
    return this.#typed.text('go')
  }

  /** Null: everything is read over. */
  #pageAfter(left: Page | undefined) {
    const named = this.#pages.find(({ name }) => name === this.#goes)
    if (named) return named
    if (this.#goes === OVER) return null
    const at = left ? this.#pages.indexOf(left) : this.#pages.length
    if (this.#goes === 'back') return this.#pages[Math.max(0, at - 1)]!
    const after = this.#pages[at + 1] ?? null
    // Whoever came to change one thing goes back to where they came from.
    const isChanged = this.#typed.ticks('over')
    return isChanged && !(after?.part === 'question' && this.#questions.ask) ? null : after
  }

  async #show(shown: Page, problems?: Problems) {
    const at = this.#pages.indexOf(shown)
    const isBeforeQuestions = at <= this.#pages.findIndex(({ name }) => name === 'subject')
    return {
      ...(await this.#page(shown.fields)),
      ...(problems && { problems }),
      part: shown.part,
      name: shown.name,
      asks: this.#questions.list.filter(({ name }) => name === shown.name),
      at: at + 1,
      of: this.#pages.length,
      asked: isBeforeQuestions ? this.#typed.text(Questions.FIELD) : this.#questions.asked,
      over: this.#typed.ticks('over'),
    }
  }

  async #over() {
    const { problems } = this.#form
    return {
      ...(await this.#page([])),
      ...(problems.any && { problems }),
      part: OVER,
      rows: readOver(this.#pages, this.#questions, this.#typed, this.ctx),
      asked: this.#questions.asked,
    }
  }

  /** What every page has. What was said of the text once is said again where it is read over alone. */
  async #page(fields: readonly string[]) {
    const { catalogue } = this.ctx
    const warnings = await this.#warnings()
    const names = this.#pages.flatMap((page) => page.fields)
    const isKept = (name: string) => names.includes(name) && !fields.includes(name)
    const kept = this.#typed.without(...OF_THE_PAGE).carried.filter(({ name }) => isKept(name))
    return {
      ...(await petitionPage(this.ctx, 'web', this.#token)),
      only: fields,
      kept: [...kept, ...this.#questions.others],
      warnings: fields.length === 0 || warnings.ask ? warnings : null,
      warned: warnings.names,
      isPrivate: catalogue.subjectByCode(this.#typed.text('subject'))?.sensitive,
      turn: this.#turn,
      typed: this.#typed.words,
    }
  }

  #warnings() {
    const { catalogue, i18n } = this.ctx
    return Warnings.of({ typed: this.#typed, details: null, door: 'web', catalogue, i18n })
  }

  get #token() {
    return this.#typed.text('token') || undefined
  }

  get #turn() {
    return (Number(Typed.asked(this.ctx).text('kez')) || 0) + 1
  }
}
