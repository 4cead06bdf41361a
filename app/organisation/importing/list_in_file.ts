import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Words } from '#shared/typed/typed'
import type { Thing } from '../models/change.ts'
import type { Officer } from '../models/officer.ts'
import type { Permission } from '../role.ts'
import type { Book, Kept } from './book.ts'

export type { Book, Kept }

/** A column of a file: its name there, and which field of a row it is. */
export interface Column {
  field: string
  title: string
  /** may be missing: then what stands in each row stays */
  optional?: true
  /** only where authorities stand below one's own */
  ofTrees?: true
}

/** A list that goes into a file and comes out of one. */
export interface ListInFile {
  /** as the list of changes calls it */
  title: string
  thing: Thing
  /** what somebody needs besides `lists.import` */
  permission: Permission
  columns: readonly Column[]
  /**
   * What is there at this moment, to hold lines against.
   *
   * @param lines what a file says; without any: everything, to be written into one
   */
  open(hand: Hand, lines?: readonly Words[]): Promise<Book<Kept, object>>
}

/** By whom, and in which transaction. */
export interface Hand {
  officer: Officer
  trx?: TransactionClientContract
}
