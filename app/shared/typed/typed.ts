import type { HttpContext } from '@adonisjs/core/http'
import { EmailAddress } from './email_address.ts'
import { NationalId } from './national_id.ts'
import { PhoneNumber } from './phone_number.ts'
import { refuseFor, type Mistyped, type Reason } from './problems.ts'
import { Day } from '../dates/turkish_date.ts'
import { AS_IT_IS, isVisible, oneLine } from './typed_text.ts'

/** Characters that paragraphs may have: a TEXT column of MariaDB takes them in any script. */
export const LONGEST = 10_000

/** What stands in each field, by its name, as the one door lets it in (typed_text.ts). */
export type Words = Readonly<Record<string, string>>
/** The same, where some of it may be missing. */
export type SomeWords = Readonly<Record<string, string | null | undefined>>

type Sent = Pick<HttpContext, 'request'>

/**
 * What somebody typed into a form or an address, whole: a page can show it again as it was. What an
 * address asks is taken as it is or passed over (`text`, `oneOf`); what a form says is `read`, field by
 * field, and is complete or refused.
 */
export class Typed {
  /** The form that was sent; without one, what the address asks. */
  static from({ request }: Sent) {
    return new Typed(request.method() === 'POST' ? request.body() : request.qs())
  }

  /** What the address asks to which a form was sent. */
  static asked({ request }: Sent) {
    return new Typed(request.qs())
  }

  readonly words: Words

  constructor(words: SomeWords) {
    const known = Object.entries(words).filter(([, word]) => typeof word === 'string')
    this.words = Object.fromEntries(known) as Words
  }

  has(name: string) {
    return name in this.words
  }

  /** As it was typed; '' when it was not. */
  text(name: string) {
    return this.words[name] ?? ''
  }

  /** Whether a box was ticked. */
  ticks(name: string) {
    return this.text(name) === '1'
  }

  /** Which of these it is; null when it is none. */
  oneOf<T extends string>(name: string, among: readonly T[]) {
    return among.find((one) => one === this.words[name]) ?? null
  }

  /** The fields whose names begin so, by what follows. */
  part(beginning: string) {
    const names = Object.keys(this.words).filter((name) => name.startsWith(beginning))
    return new Typed(
      Object.fromEntries(names.map((name) => [name.slice(beginning.length), this.words[name]]))
    )
  }

  without(...names: string[]) {
    return new Typed(
      Object.fromEntries(Object.entries(this.words).filter(([name]) => !names.includes(name)))
    )
  }

  /** As hidden fields take it along, all but what is of no use any more or nobody's to keep. */
  get carried() {
    return Object.entries(this.words)
      .filter(([name]) => name !== '_csrf' && !AS_IT_IS.test(name))
      .map(([name, value]) => ({ name, value }))
  }

  /**
   * What a form says, as a model wants it.
   *
   * @throws Refusal with everything that is to be mended
   */
  read<T>(fields: (form: Form) => T): T {
    const form = new Form(this.words)
    const read = fields(form)
    refuseFor(...form.reasons)
    return read
  }
}

/** What is asked of a field, and which sentences say so where they are not the usual ones. */
export interface Need {
  required?: boolean | string
  /** when it is something, but not what is wanted */
  wrong?: string
}

interface Room {
  /** characters that its column holds */
  max: number
}

/** What a field gives: a field that need not be filled in is null when it is empty. */
type Given<T, N extends Need> = N['required'] extends true | string ? T : T | null

/** A sort of word that has a rule of its own. */
export interface Sort<T> {
  parse(text: string): T | null
  mistyped?(text: string): Mistyped | null
}

/** A form while it is read: each field notes what is wrong with it, and the reading goes on. */
export class Form extends Typed {
  readonly reasons: Reason[] = []

  /** A name, a place: on one line, however it was pasted. */
  line<const N extends Need & Room>(name: string, need: N) {
    return this.#written(name, oneLine(this.text(name)), need)
  }

  /** What has paragraphs. */
  multiline<const N extends Need & Partial<Room>>(name: string, need = {} as N) {
    return this.#written(name, this.text(name), { max: LONGEST, ...need })
  }

  choice<T extends string, const N extends Need>(
    name: string,
    among: readonly T[],
    need = {} as N
  ) {
    const one = this.oneOf(name, among)
    if (!one && (need.required || this.text(name))) this.wrong(name, need.wrong ?? 'choice')
    return one as Given<T, N>
  }

  phone<const N extends Need>(name: string, need = {} as N) {
    return this.as(name, PhoneNumber, need)
  }

  nationalId<const N extends Need>(name: string, need = {} as N) {
    return this.as(name, NationalId, need)
  }

  email<const N extends Need>(name: string, need = {} as N) {
    return this.as(name, EmailAddress, need)
  }

  day<const N extends Need>(name: string, need = {} as N) {
    return this.as(name, Day, need)
  }

  /** A code, a number of a letter: what has a certain shape. */
  like<const N extends Need>(name: string, shape: RegExp, need = {} as N) {
    return this.as(name, { parse: (text) => (shape.test(text) ? text : null) }, need)
  }

  /** What a module has a sort of its own for. */
  as<T, const N extends Need>(name: string, sort: Sort<T>, need = {} as N) {
    const text = this.text(name)
    if (!this.#isThere(name, text, need)) return null as Given<T, N>
    const read = sort.parse(text)
    if (read === null) {
      const { rule, values } = sort.mistyped?.(text) ?? { rule: need.wrong ?? 'format' }
      this.wrong(name, rule, values)
    }
    return read as Given<T, N>
  }

  /** What no field can say by itself. */
  wrong(field: string, rule: string, values?: Reason['values']) {
    this.add(values ? { field, rule, values } : { field, rule })
  }

  /** What somebody else found to be mended, if anything. */
  add(...found: (Reason | null)[]) {
    this.reasons.push(...found.filter((reason) => reason !== null))
  }

  #written<const N extends Need & Room>(name: string, text: string, need: N) {
    if (!this.#isThere(name, text, need)) return null as Given<string, N>
    const { max } = need
    if (text.length > max) this.wrong(name, 'maxLength', { max })
    return text as Given<string, N>
  }

  #isThere(name: string, text: string, { required }: Need) {
    if (isVisible(text)) return true
    if (required) this.wrong(name, required === true ? 'required' : required)
    return false
  }
}
