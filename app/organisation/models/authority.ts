import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AuthoritySchema } from '#database/schema'
import { hoursSentence } from '../office/hours_words.ts'
import { OpeningHour } from './opening_hour.ts'

const collator = new Intl.Collator('tr')

/** Makam: a governorate (valilik) or district governorate (kaymakamlık), which may have one above it. */
export class Authority extends AuthoritySchema {
  @hasMany(() => OpeningHour)
  declare openingHours: HasMany<typeof OpeningHour>

  /** Each with its hours, as pages show them. */
  static whole() {
    return this.query().preload('openingHours').orderBy('id')
  }

  /** Of all, those that stand below this one, however deep, in the order of their names; not itself. */
  static below(id: number, all: readonly Authority[]) {
    const found = new Set<Authority>()
    let above = [id]
    while (above.length > 0) {
      const next = all.filter(
        (one) => above.includes(one.parentId!) && one.id !== id && !found.has(one)
      )
      for (const one of next) found.add(one)
      above = next.map((one) => one.id)
    }
    return [...found].sort((one, other) => collator.compare(one.name, other.name))
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
