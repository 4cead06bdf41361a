import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Form, Words } from '#shared/typed/typed'
import type { Facts } from '../changes/change_log.ts'

/** A row that a file is about, with the version by which undoing knows that nobody touched it since. */
export interface Kept {
  id: number
  version: number
}

/** One list of an authority, as a file says it and as rows keep it. */
export interface Book<Row extends Kept, Read extends object> {
  rows: readonly Row[]
  /** By which a line is found again, and which field says it. */
  keyOf(words: Words): { field: string; key: string }
  find(words: Words): Row | undefined
  wordsOf(row: Row | Read): Words
  /** Notes on the form all that is wrong with it. */
  read(form: Form, found: Row | undefined): Read
  /** As the list of changes says it. */
  factsOf(row: Row | Read): Facts
  nameOf(row: Row | Read): string
  write(read: Read, found: Row | undefined, trx: TransactionClientContract): Promise<Row>
  /** Its functions write rows of changes of their own. */
  isNoted?: true
  /** In which order lines are written; as they stand where it does not matter. */
  inOrder?(lines: readonly Words[]): number[]
  /** Takes away what the import itself added. */
  remove(id: number, trx: TransactionClientContract): Promise<void>
}
