import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { MessageTemplateSchema } from '#database/schema'
import { Officer } from '#organisation'
import { Refusal, refuseFor } from '#shared/typed/problems'
import { Remembered } from '#shared/remembered'
import { isDuplicate } from '#shared/database/transaction'
import { keyOf, type CitizenText } from '../templates/citizen_text.ts'
import { wrongWith } from '../templates/wording_rules.ts'
import { isSame, type Wording } from '../templates/wording.ts'
import type { MessageChannel } from '../channel.ts'
import { LATE, type TextName } from '../message_events.ts'

/** Somebody else worded the text meanwhile. */
export class WordingChanged extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'reworded' })
  }
}

/** Who words a text, and which version they had before their eyes; 0: the house's own. */
export interface Author {
  officer: Officer
  seen: number
}

/** What decides whose words a message is told in. */
interface Worded {
  authorityId: number
  event: string
  channel: string
  locale: string
}

const SHOWN = 20

/**
 * Mesaj metni: the words that an authority gave one of its texts. Each change is a row of its own,
 * also the way back to the house's words; the highest version is in force.
 */
export class MessageTemplate extends MessageTemplateSchema {
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  declare event: TextName
  declare channel: MessageChannel

  static #remembered = new Remembered(async () => {
    const templates = await this.#inForce()
    return new Map(templates.map((template) => [template.#key, template]))
  })

  /** What any authority's messages are worded with, from memory; at most ten seconds old. */
  static async current() {
    const templates = await this.#remembered.get()
    const of = (message: Worded) =>
      templates.get(`${message.authorityId} ${keyOf(message)}`) ?? null
    const lateOf = ({ authorityId, event, channel, locale }: Worded) => {
      const late = LATE[event]
      return late ? of({ authorityId, event: late, channel, locale }) : null
    }
    return { of, lateOf }
  }

  static forget() {
    this.#remembered.forget()
  }

  /** What is in force in one authority, by the key of its text. */
  static async inForceAt(authorityId: number) {
    const templates = await this.#inForce().where('authority_id', authorityId).preload('officer')
    return new Map(templates.map((template) => [keyOf(template), template]))
  }

  /** How an authority worded a text before and now, the newest first. */
  static async wordingsOf(text: CitizenText, authorityId: number) {
    return this.#of(text, authorityId).preload('officer').limit(SHOWN)
  }

  /**
   * Words a text anew; the words that are in force already are no change.
   *
   * @returns whether anything changed
   * @throws WordingChanged, or Refusal with all that is to be mended
   */
  static async word(text: CitizenText, wording: Wording, mayBeLong: boolean, author: Author) {
    const newest = await this.#unchanged(text, author)
    refuseFor(...wrongWith(text, wording, mayBeLong))
    const isKnown = isSame(wording, newest ?? text.house)
    if (isKnown && mayBeLong === Boolean(newest?.mayBeLong)) return false
    await this.#add(text, wording, mayBeLong, author)
    return true
  }

  /**
   * Goes back to the house's own words as they are today, as a row with who and when.
   *
   * @returns whether anything changed
   * @throws WordingChanged
   */
  static async wordAsHouse(text: CitizenText, author: Author) {
    const newest = await this.#unchanged(text, author)
    if (!newest || newest.isHouse(text)) return false
    await this.#add(text, text.house, false, author)
    return true
  }

  /** Whether these are the house's own words. */
  isHouse({ house }: CitizenText) {
    return isSame(this, house)
  }

  static async #unchanged(text: CitizenText, { officer, seen }: Author) {
    const newest = await this.#of(text, officer.authorityId).first()
    if ((newest?.version ?? 0) !== seen) throw new WordingChanged()
    return newest
  }

  static async #add(text: CitizenText, wording: Wording, mayBeLong: boolean, author: Author) {
    const { event, channel, locale } = text
    const { id: officerId, authorityId } = author.officer
    const { subject, text: words } = wording
    const which = { authorityId, event, channel, locale, version: author.seen + 1 }
    const row = { ...which, subject, text: words, mayBeLong, officerId, wordedAt: DateTime.utc() }
    try {
      await this.create(row)
    } catch (error) {
      // Two at the same moment: one of them has the version.
      throw isDuplicate(error, 'version') ? new WordingChanged() : error
    }
    this.forget()
  }

  static #of({ event, channel, locale }: CitizenText, authorityId: number) {
    const which = { authority_id: authorityId, event, channel, locale }
    return this.query().where(which).orderBy('version', 'desc')
  }

  /** By version and not by id, whose order means nothing on a cluster. */
  static #inForce() {
    return this.query().whereRaw(
      `version = (select max(newer.version) from message_templates as newer
        where newer.authority_id = message_templates.authority_id
          and newer.event = message_templates.event
          and newer.channel = message_templates.channel
          and newer.locale = message_templates.locale)`
    )
  }

  get #key() {
    return `${this.authorityId} ${keyOf(this)}`
  }
}
