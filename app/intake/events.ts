import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from './models/petition.ts'
import type { Petitioner } from './models/petitioner.ts'
import type { Step } from './models/step.ts'

/**
 * The one domain event: a petition took a step. It happens inside the step's own transaction;
 * listeners only write rows with `trx`, and one that fails rolls the whole step back.
 */
export class StepTaken {
  constructor(
    readonly petition: Petition,
    readonly step: Step,
    readonly trx: TransactionClientContract,
    /** Known only at the moment when a secret is made, and told in that step's message. */
    readonly receipt?: { petitioner: Petitioner; secret: string }
  ) {}

  /** One listener after the other: in parallel, one could write while another's failure rolls back. */
  announce() {
    return emitter.emitSerial(StepTaken, this)
  }
}
