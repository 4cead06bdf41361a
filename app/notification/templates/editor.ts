import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { Typed } from '#shared/typed/typed'
import { MessageTemplate, WordingChanged, type Author } from '../models/message_template.ts'
import { normalised } from '#sms'
import { CitizenText } from './citizen_text.ts'
import type { Wording } from './wording.ts'

const PAGE = 'notification/message_templates/edit'
/** Letters that the sentence about them names; nobody reads more. */
const NAMED = 5

/** The page on which a bureau chief words one text, and the forms that stand on it. */
export class Editor {
  /** Of the text in the address. One that the house words alone is answered as one that is not. */
  static open(ctx: HttpContext) {
    const text = CitizenText.find(ctx.params)
    if (!text) return notFound(ctx)
    return new Editor(ctx, text)
  }

  readonly #sent: Typed

  private constructor(
    private readonly ctx: HttpContext,
    private readonly text: CitizenText
  ) {
    this.#sent = Typed.from(ctx)
  }

  /** What stands in the form, as it would be kept. */
  get typed(): Wording {
    const subject = this.text.channel === 'email' ? this.#sent.text('subject') : null
    return { subject, text: this.#sent.text('text') }
  }

  get mayBeLong() {
    return this.#sent.ticks('mayBeLong')
  }

  get author(): Author {
    return { officer: this.ctx.officer, seen: Number(this.#sent.text('version')) }
  }

  /** The page as it opens. */
  async show() {
    return this.ctx.view.render(PAGE, await this.#page())
  }

  /** The page as it was typed, with what it would look like and cost. */
  async preview() {
    return { ...(await this.#page()), ...this.#kept, seen: this.author.seen }
  }

  /** Does what a form asks for, or gives the page back with all that is to be mended. */
  take(
    act: (text: CitizenText, author: Author) => Promise<boolean>,
    done = 'notification.flash.worded'
  ) {
    const word = async () => {
      const isNew = await act(this.text, this.author)
      return this.#goOn(isNew ? done : 'notification.flash.unchanged')
    }
    return takeForm(this.ctx, PAGE, word, async (_, refusal) => {
      const page = await this.#page()
      // Who was told of the other's words has them below the form, and may overrule them.
      const seen = refusal instanceof WordingChanged ? page.seen : this.author.seen
      return { ...page, ...this.#kept, seen }
    })
  }

  #goOn(key: string) {
    const { session, response, i18n } = this.ctx
    session.flash('done', { key, params: {} })
    return response.redirect().status(303).toPath(addressOf('message_templates.index', i18n.locale))
  }

  /** What was typed; the way back to the house's words has nothing to type. */
  get #kept() {
    const { typed, mayBeLong } = this
    if (!this.#sent.has('text')) return {}
    return { typed: { ...typed, mayBeLong }, ...this.#preview(typed) }
  }

  async #page() {
    const { text, ctx } = this
    const wordings = await MessageTemplate.wordingsOf(text, ctx.officer.authorityId)
    const [newest] = wordings
    const { subject, text: words } = newest ?? text.house
    return {
      title: this.#title,
      which: text,
      isLate: text.isLate,
      params: { event: text.event, channel: text.channel, locale: text.locale },
      placeholders: text.placeholders,
      house: text.house,
      isHouse: newest?.isHouse(text) ?? true,
      wordings: wordings.map((one) => asShown(one, text)),
      inForce: newest?.version ?? 0,
      seen: newest?.version ?? 0,
      typed: { subject, text: words, mayBeLong: Boolean(newest?.mayBeLong) },
      ...this.#preview({ subject, text: words }),
    }
  }

  get #title() {
    const { i18n } = this.ctx
    const { event, channel, locale } = this.text
    return i18n.t('notification.templates.which', {
      event: i18n.t(`notification.event.${event}`),
      channel: i18n.t(`notification.channel.${channel}`),
      locale: i18n.t(`notification.templates.locale.${locale}`),
    })
  }

  #preview(wording: Wording) {
    const longest = this.text.longest(wording)
    const count = this.text.count(wording)
    const isSms = this.text.channel === 'sms'
    return {
      count,
      foreign: count?.foreign.slice(0, NAMED).map(asNamed) ?? [],
      letters: longest.text.length,
      shown: isSms ? { ...longest, text: normalised(longest.text) } : longest,
    }
  }
}

/** What nobody sees, a joiner of emojis for instance, goes by its place in Unicode. */
function asNamed(letter: string) {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)) return `“${letter}”`
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

function asShown(template: MessageTemplate, text: CitizenText) {
  const { version, wordedAt, officer, subject, text: words } = template
  return {
    version,
    wordedAt,
    officer: officer.name,
    subject,
    words,
    isHouse: template.isHouse(text),
  }
}
