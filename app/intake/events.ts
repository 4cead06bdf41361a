import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { PhoneNumber } from '#shared/typed/phone_number'
import type { Told } from './brought/told.ts'
import type { PetitionJoin } from './models/petition_join.ts'
import type { Step } from './models/step.ts'
import type { About } from './visibility/about.ts'

/** What listeners know of a petition; none of them takes a step of its own inside another one. */
export interface PetitionFacts extends About {
  id: number
  authorityId: number
  /** the authority that handed it over last; null: none did */
  cameFrom: number | null
  shownNumber: string
  kind: string
  channel: string
  locale: string
  dueOn: DateTime
  urgency: string
  /** persons who joined it */
  joined: number
  /** in charge, and where it is routed */
  unitId: number
  desk: string
}

/**
 * The one domain event: a petition took a step. It happens inside the step's own transaction;
 * listeners only write rows with `trx`, and one that fails rolls the whole step back.
 */
export class StepTaken {
  constructor(
    readonly petition: PetitionFacts,
    readonly step: Step,
    readonly trx: TransactionClientContract,
    /** Known only at the moment when a secret is made, and told in that step's message. */
    readonly receipt?: { told: Told; secret: string }
  ) {}

  /** One listener after the other: in parallel, one could write while another's failure rolls back. */
  announce() {
    return emitter.emitSerial(StepTaken, this)
  }
}

/**
 * A one-time code (doğrulama kodu) was made, to see whether a telephone is in the hands that say so.
 * It is no step of a petition, and it is told at most once: a second code would be a riddle.
 */
export class CodeIssued {
  constructor(
    readonly issued: {
      authorityId: number
      locale: string
      phone: PhoneNumber
      /** Opens nothing any more after five minutes, as its text says. */
      code: string
    },
    readonly trx: TransactionClientContract
  ) {}

  announce() {
    return emitter.emitSerial(CodeIssued, this)
  }
}

/** A petition has another telephone, or none: what still waits for the old one is not for that one any more. */
export class TelephoneReplaced {
  constructor(
    readonly petition: Pick<PetitionFacts, 'id' | 'authorityId'>,
    /** `+905…`; null: there was none */
    readonly before: string | null,
    /** with the new one */
    readonly petitioner: Told,
    readonly trx: TransactionClientContract
  ) {}

  announce() {
    return emitter.emitSerial(TelephoneReplaced, this)
  }
}

/** A mail arrived at the bureau's mailbox and waits for the desk. It is no petition, and no step of one. */
export class MailArrived {
  constructor(
    readonly arrived: { authorityId: number; email: string },
    readonly trx: TransactionClientContract
  ) {}

  announce() {
    return emitter.emitSerial(MailArrived, this)
  }
}

/** Somebody joined a petition (katılım). It is no step: of the petition nothing else changed. */
export class JoinMade {
  constructor(
    readonly join: PetitionJoin,
    /** known only at this moment */
    readonly secret: string,
    readonly petition: Pick<PetitionFacts, 'authorityId'>,
    readonly trx: TransactionClientContract
  ) {}

  announce() {
    return emitter.emitSerial(JoinMade, this)
  }
}

/** How a petitioner can be told, as far as the way depends on it. */
export interface Reachable {
  /** `+905…` */
  phone: string | null
  email: string | null
  declinesTexts: boolean
}

/**
 * By which ways a petitioner will really be told: asked before a receipt promises it. Whoever sends
 * the messages answers; a way that nobody opens is promised to nobody.
 */
export class WaysAsked {
  readonly #open = new Set<'sms' | 'email'>()

  constructor(
    readonly authorityId: number,
    readonly petitioner: Reachable
  ) {}

  /** To be called by a listener: what is told by this way will leave the house. */
  open(way: 'sms' | 'email') {
    this.#open.add(way)
  }

  async answered(): Promise<ReadonlySet<'sms' | 'email'>> {
    await emitter.emitSerial(WaysAsked, this)
    return this.#open
  }
}
