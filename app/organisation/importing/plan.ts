import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import type { Reason } from '#shared/typed/problems'
import { Form, type Words } from '#shared/typed/typed'
import { differing } from '../changes/change_log.ts'
import type { ChangedField } from '../models/change.ts'
import type { Line } from './lines.ts'
import type { Book, Kept } from './list_in_file.ts'

/** What a line of a file would do. */
export const STATES = ['wrong', 'changed', 'new', 'same'] as const
export type LineState = (typeof STATES)[number]

type AnyBook = Book<Kept, object>

export interface Planned {
  line: number
  state: LineState
  name: string
  /** what would change, as people read it */
  fields: ChangedField[]
  reasons: readonly Reason[]
  words: Words
  found?: Kept
  read: object
}

/** What a file would do now, line by line. */
export class Plan {
  static async of(lines: readonly Line[], book: AnyBook) {
    const plan = new Plan(book)
    for (const [at, line] of lines.entries()) {
      plan.#add(line)
      // Others wait while a long file is read.
      if (at % PIECE === PIECE - 1) await breath()
    }
    return plan
  }

  readonly lines: Planned[] = []
  readonly counts: Record<LineState, number> = { wrong: 0, changed: 0, new: 0, same: 0 }
  /** on which line of the file each row stands */
  readonly #seen = new Map<string, number>()

  private constructor(private readonly book: AnyBook) {}

  get isWrong() {
    return this.counts.wrong > 0
  }

  /** How many rows would be written. */
  get writes() {
    return this.counts.new + this.counts.changed
  }

  /** By which it is known again: whoever confirms has seen exactly this. */
  get digest() {
    const what = this.lines.map(({ line, state, fields }) => [line, state, fields])
    return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32)
  }

  #add({ line, words: said, formulas = [] }: Line) {
    const { book } = this
    const found = book.find(said)
    const words = { ...(found && book.wordsOf(found)), ...said }
    const form = new Form(words)
    for (const field of formulas) form.wrong(field, 'formula')
    form.add(this.#twice(words, line))
    const read = book.read(form, found)
    const isWrong = form.reasons.length > 0
    const fields = isWrong ? [] : changed(found && book.wordsOf(found), book.wordsOf(read))
    const state = isWrong ? 'wrong' : !found ? 'new' : fields.length > 0 ? 'changed' : 'same'
    this.counts[state] += 1
    const name = isWrong ? '' : book.nameOf(read)
    this.lines.push({ line, state, name, fields, reasons: form.reasons, words, found, read })
  }

  #twice(words: Words, line: number): Reason | null {
    const { field, key } = this.book.keyOf(words)
    const first = this.#seen.get(key)
    if (first === undefined) this.#seen.set(key, line)
    return first === undefined || key === '' ? null : { field, rule: 'twice', values: { first } }
  }
}

const PIECE = 200

/** Cells that differ, empty ones as nothing. */
function changed(was: Words = {}, is: Words) {
  return differing(emptyAsNull(was), emptyAsNull(is))
}

function emptyAsNull(words: Words) {
  return Object.fromEntries(Object.entries(words).map(([field, word]) => [field, word || null]))
}
