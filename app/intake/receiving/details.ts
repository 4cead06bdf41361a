import type { DateTime } from 'luxon'
import type { Officer, Subject } from '#organisation'
import type { DeskNotes } from '../desk/desk_notes.ts'
import type { Brought } from '../form/brought/brought.ts'
import type { Particular } from '../form/questions/particular.ts'
import type { Statistics } from '../form/statistics.ts'
import type { Mail } from '../models/mail.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { Known } from '../models/petitioner.ts'
import type { Secret } from '../secret/secret.ts'
import type { Complained } from '../shield/at_receipt.ts'
import type { Channel, Kind } from '../stages.ts'

/** What a petition is made of. At the desk everything but the text may be unknown (null). */
export interface PetitionDetails extends Known, Complained {
  /** Whom it is brought to. */
  authorityId: number
  channel: Channel
  kind: Kind
  text: string
  locale: string
  noticeVersion: number
  subject: Subject | null
  place: string | null
  /** absent where the authority does not ask; null where nothing was said */
  statistics?: Statistics | null
  /** what was answered to the subject's questions; absent where nothing was */
  particulars?: readonly Particular[]
  /** how it came and for whom; absent where nothing is to be said of it */
  brought?: Brought
}

export interface ReceiveOptions {
  /** The form's token: the same form sent again is the same petition, with the same receipt. */
  token?: string
  /** Who wrote it down; nobody on the web. */
  officer?: Officer
  /** Whoever brings it says that it is another one, although the words are those of an hour ago. */
  isAnother?: boolean
  /**
   * When it was brought, where it is taken down later: a letter's day of arrival, a form written
   * while the line was cut. Both clocks start then; never later than now.
   */
  arrivedAt?: DateTime
  /** What the desk did while it wrote it down. */
  notes?: DeskNotes
  /** Files came before it, under its token. */
  withFiles?: boolean
  /** The mail out of which an officer made it: it is this petition's from now on, or nothing is received. */
  mail?: Mail
}

/** What the petitioner is given: the petition's number and, this once, its secret. */
export interface Receipt<Petition = PetitionRecord> {
  petition: Petition
  secret: Secret
  /** Why the promised day is that day, in each language: the words that are kept with it. */
  reasons: Record<'tr' | 'en', string>
}
