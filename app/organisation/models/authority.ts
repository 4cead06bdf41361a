import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AuthoritySchema } from '#database/schema'
import { hoursSentence } from '../office/hours_words.ts'
import { OpeningHour } from './opening_hour.ts'

/** Makam: a governorate (valilik) or district governorate (kaymakamlık), which may have one above it. */
export class Authority extends AuthoritySchema {
  @hasMany(() => OpeningHour)
  declare openingHours: HasMany<typeof OpeningHour>

  /** Each with its hours, as pages show them. */
  static whole() {
    return this.query().preload('openingHours').orderBy('id')
  }

  /** When it is open, as people read it, with what else is to be said of that; '' when nothing is. */
  hoursIn(locale: string) {
    let known = said.get(this)
    if (!known) said.set(this, (known = {}))
    const { openingHours = [], hours } = this
    return (known[locale] ??= [hoursSentence(openingHours, locale), hours]
      .filter(Boolean)
      .join('. '))
  }
}

/** By language: every citizen's page says it, of an authority that is read once in ten seconds. */
const said = new WeakMap<Authority, Record<string, string>>()
