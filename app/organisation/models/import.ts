import { randomBytes } from 'node:crypto'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ImportSchema } from '#database/schema'
import { Officer } from './officer.ts'

/** Dosyadan alma: what a file said of a list, what its officer has seen of it, and what came of it. */
export class Import extends ImportSchema {
  /** A word that nobody guesses, for its address. */
  static token() {
    return randomBytes(16).toString('hex')
  }

  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  get said(): unknown[] {
    return JSON.parse(this.lines)
  }
}
