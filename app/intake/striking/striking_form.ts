import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { notFound } from '#shared/not_found'
import { Refusal, refuseFor } from '#shared/typed/problems'
import { LONGEST, type Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { Addition } from '../models/addition.ts'
import { Attachment } from '../models/attachment.ts'
import type { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { Striking, type Decided } from '../models/striking.ts'
import { petitionFor } from '../own/petition_for.ts'
import { givingAway } from './giving_away.ts'
import { MARK, strike } from './strike.ts'

const CHOICES = ['shown', 'hidden'] as const

/**
 * The page on which the desk reads a tip-off before a unit gets it: a copy to strike words out of, and
 * for its place and each of its files whether the unit may see it.
 */
export class StrikingForm {
  /** Of the tip-off in the address; for whoever may not strike there is none. */
  static async of(ctx: HttpContext) {
    const petition = await petitionFor(ctx, 'strike')
    if (petition.kind !== 'tipOff') return notFound(ctx)
    const files = await Attachment.query()
      .where({ petition_id: petition.id, part: 'petition' })
      .orderBy('id')
    const added = await Addition.of(petition)
    return new StrikingForm(petition, ctx.officer, { files, added }, await Striking.of(petition))
  }

  private constructor(
    readonly petition: Petition,
    private readonly officer: Officer,
    private readonly beside: { files: Attachment[]; added: Addition[] },
    private readonly before: Awaited<ReturnType<typeof Striking.of>>
  ) {}

  /** All that the page shows. Leaves a row that this officer looked. */
  async page() {
    const { petition, officer, before } = this
    await Access.record(officer, { petition })
    const petitioner = petition.hidesPetitionerFrom(officer)
      ? null
      : await petition.related('petitioner').query().first()
    const { number, version, text, place, locale } = petition
    return {
      ...{ number, version, text, place },
      textLocale: locale,
      mark: MARK,
      copy: before.words('text') ?? text,
      placeChoice: before.isDecided('place') && before.words('place') === null ? 'hidden' : 'shown',
      added: this.#written.map(({ id, text: words, madeAt }) => ({
        ...{ id, text: words, at: madeAt, isRead: before.isDecided('addition', id) },
        copy: before.words('addition', id) ?? words,
      })),
      isDone: before.isDecided('text'),
      hints: givingAway(text, petitioner?.name ?? null),
      files: this.#ready.map(({ id, name, isPicture, size }) => ({
        ...{ id, name, isPicture, size },
        choice: before.words('file', id) === null ? 'hidden' : 'shown',
      })),
      unchecked: this.beside.files.filter(({ state }) => state === 'waiting').length,
    }
  }

  /**
   * Keeps what was decided; nothing twice.
   *
   * @throws Refusal where words were added, none is left, or somebody else was faster
   */
  async take(typed: Typed) {
    const { text } = this.petition
    const decided = [
      struck({ thing: 'text', text }, typed.text('copy'), 'copy', typed),
      ...this.#place(typed),
      ...this.#chosen(typed),
      ...this.#added(typed),
    ]
    if (decided.every((one) => this.#isKept(one))) return
    if (typed.text('version') !== String(this.petition.version)) throw new Changed()
    try {
      await this.#keep(decided)
    } catch (error) {
      throw error instanceof PetitionChanged ? new Changed() : error
    }
  }

  #place(typed: Typed): Decided[] {
    const { place } = this.petition
    if (place === null) return []
    const isHidden = typed.oneOf('place', CHOICES) === 'hidden'
    return [{ thing: 'place', words: isHidden ? null : place }]
  }

  /** What was not decided is not shown. */
  #chosen(typed: Typed): Decided[] {
    return this.#ready.map(({ id }, at) => ({
      thing: 'file',
      thingId: id,
      words: typed.oneOf(`file-${id}`, CHOICES) === 'shown' ? String(at + 1) : null,
    }))
  }

  #added(typed: Typed): Decided[] {
    return this.beside.added.map(({ id, text }) => {
      const one = { thing: 'addition', thingId: id } as const
      if (text === null) return { ...one, words: null }
      return struck({ ...one, text }, typed.text(`added-${id}`), 'addedCopy', typed)
    })
  }

  /** Of files alone there is nothing to strike. */
  get #written() {
    return this.beside.added.filter(({ text }) => text !== null)
  }

  get #ready() {
    return this.beside.files.filter(({ state }) => state === 'ready')
  }

  #isKept({ thing, thingId, words }: Decided) {
    return this.before.isDecided(thing, thingId) && this.before.words(thing, thingId) === words
  }

  async #keep(decided: Decided[]) {
    await this.petition.change((current, trx) => current.strike(decided, this.officer, trx))
  }
}

/** What is left in the copy of one text. @throws Refusal where words were added, or none is left */
function struck(
  { text, ...of }: Omit<Decided, 'words'> & { text: string },
  copy: string,
  field: string,
  typed: Typed
): Decided {
  const max = 2 * LONGEST
  if (copy.length > max) throw new Refusal({ field, rule: 'maxLength', values: { max } })
  const left = strike(text, copy)
  if ('added' in left) throw new Refusal({ field, rule: 'added', values: { word: left.added } })
  const { words } = left
  refuseFor(
    /[\p{L}\p{N}]/u.test(words) ? null : { field, rule: 'required' },
    typed.has('nothing') && words !== text ? { field, rule: 'nothing' } : null
  )
  return { ...of, words }
}

/** Somebody else did something with it meanwhile. */
class Changed extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'changed' })
  }
}
