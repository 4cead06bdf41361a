import { PaperSchema } from '#database/schema'
import type { DateTime } from 'luxon'
import { PaperNumber } from '../brought/paper_number.ts'

/** What was said of the document that came; days are days in Türkiye. */
export interface PaperDetails {
  /** the letter's own date */
  writtenOn: DateTime | null
  number: string | null
  registeredOn: DateTime | null
}

/** Evrak: a letter's own date, and its number and day in the office's own register. */
export class Paper extends PaperSchema {
  static from({ number, ...days }: PaperDetails) {
    const numberKey = number && PaperNumber.parse(number)!.key
    return new this().fill({ number, numberKey, ...days })
  }
}
