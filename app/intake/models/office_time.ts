import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import { OfficeTimeSchema } from '#database/schema'
import { Catalogue } from '#organisation'
import { momentColumn, stamp } from '#shared/dates/stored'
import { ownClockOf, type Waiting } from '../own_clocks/own_clock.ts'
import type { StepKind } from '../stages.ts'
import type { Step } from './step.ts'

/** By which steps each did what its clock asks. */
const MET: Partial<Record<StepKind, 'desk' | 'unit'>> = {
  ...{ referred: 'desk', forwarded: 'desk', handedOver: 'desk' },
  ...{ contacted: 'unit', askedOn: 'unit' },
}

/** What the desk, or a unit, did of itself, and until when it should have. One for each stay there. */
export class OfficeTime extends OfficeTimeSchema {
  static table = 'office_times'

  @column.dateTime(momentColumn)
  declare until: DateTime

  @column.dateTime(momentColumn)
  declare metAt: DateTime

  /** @param before the petition as it was when the step was taken */
  static async note(
    before: Waiting & { authorityId: number; unitId: number },
    { kind, petitionId, takenAt }: Pick<Step, 'kind' | 'petitionId' | 'takenAt'>,
    trx: TransactionClientContract
  ) {
    const met = MET[kind as StepKind]
    if (!met) return
    const catalogue = await Catalogue.of(before.authorityId)
    const own = ownClockOf(before, catalogue)
    if (own?.clock !== met) return
    const since = Math.floor(own.since.toSeconds())
    const stay = { petition_id: petitionId, clock: met, since }
    if (await trx.from(this.table).where(stay).first()) return
    const { authorityId, unitId } = before
    await trx.table(this.table).insert({
      ...{ ...stay, authority_id: authorityId, unit_id: unitId, rule_id: own.rule.id },
      ...{ until: stamp(own.until), met_at: stamp(takenAt) },
    })
  }
}
