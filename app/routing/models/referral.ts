import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ReferralSchema } from '#database/schema'
import { Charge, demandStruck, notFor, Petition } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { demand, NotAllowed } from '../allowed.ts'
import { Return } from './return.ts'
import { SuggestionChoice } from './suggestion_choice.ts'

/** No unit was chosen. */
export class UnitMissing extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'required' })
  }
}

/** A complaint never goes to the unit that it is about. */
export class ComplainedUnit extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'complained' })
  }
}

/** Whoever decides a complaint is another one, or it is not yet known whom it means. */
export class OthersDecide extends Refusal {
  constructor(rule: string) {
    super({ field: 'unit', rule })
  }
}

/** An outside body is not charged: a petition is forwarded to it. */
export class ExternalUnit extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'external' })
  }
}

/** This unit has the petition already. */
export class SameUnit extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'same' })
  }
}

/** Yönlendirme: one unit's charge of one petition, from the bureau to that unit. */
export class Referral extends ReferralSchema {
  @belongsTo(() => Petition)
  declare petition: BelongsTo<typeof Petition>

  /**
   * Charges a unit with a petition; charging the bureau means that it answers itself.
   *
   * @throws NotAllowed, ChiefDecides, ComplainedUnit, OthersDecide, ExternalUnit, SameUnit, PetitionChanged; Refusal
   *   where nobody has read a tip-off yet
   */
  static async make(petition: Petition, unit: Unit, officer: Officer, note: string | null = null) {
    new Typed({ note }).read((form) => form.multiline('note'))
    const choice = await SuggestionChoice.for(petition, unit, officer)
    return petition.change(async (current, trx) => {
      if (isAtWork(current, unit, await Charge.of(current))) throw new SameUnit()
      await demand(current, unit.isBureau ? 'answerHere' : 'refer', officer)
      const rule = notFor(current, unit, await Catalogue.of(current.authorityId))
      if (rule) throw rule === 'complained' ? new ComplainedUnit() : new OthersDecide(rule)
      if (unit.isExternal) throw new ExternalUnit()
      if (!unit.isBureau) await demandStruck(current, trx)

      const referral = await this.create(
        {
          petitionId: current.id,
          unitId: unit.id,
          officerId: officer.id,
          note,
          madeAt: DateTime.utc(),
        },
        { client: trx }
      )
      await choice.keep(trx)
      await current.refer(unit, { officer, note }, trx)
      return referral.of(petition)
    })
  }

  /** The unit in charge was closed: its successor is charged, in the transaction that changes it. */
  static async handOn(
    petition: Petition,
    unit: Unit,
    officer: Officer,
    trx: TransactionClientContract
  ) {
    const madeAt = DateTime.utc()
    const charge = { petitionId: petition.id, unitId: unit.id, officerId: officer.id, madeAt }
    await this.create({ ...charge, note: null }, { client: trx })
    await petition.handOn(unit, { officer }, trx)
  }

  /**
   * The charge under which a unit has this petition now.
   *
   * @throws NotAllowed when it lies at the desk and no unit was charged
   */
  static async currentOf(petition: Petition) {
    const referral = await this.newestOf(petition)
    if (!referral) throw new NotAllowed()
    return referral.of(petition)
  }

  /** The last one to the unit in charge, if it was charged at all. */
  static newestOf(petition: Petition) {
    return Charge.rowsOf(this.query(), petition).orderBy('id', 'desc').first()
  }

  /**
   * The unit says that this is not for it. Closes nothing: the petition is back at the desk, and the
   * unit no longer sees it.
   *
   * @throws NotAllowed, LastCharge, PetitionChanged
   */
  async giveBack(officer: Officer, reason: string, suggestedUnit: Unit | null = null) {
    new Typed({ reason }).read((form) => form.multiline('reason', { required: true }))
    return this.petition.change(async (petition, trx) => {
      await demand(petition, 'return', officer)
      const given = await Return.create(
        {
          referralId: this.id,
          petitionId: petition.id,
          authorityId: petition.authorityId,
          officerId: officer.id,
          suggestedUnitId: suggestedUnit?.id ?? null,
          reason,
          givenBackAt: DateTime.utc(),
        },
        { client: trx }
      )
      await SuggestionChoice.givenBack(petition, this.unitId, trx)
      await petition.returned({ officer, note: reason }, trx)
      return given
    })
  }

  private of(petition: Petition) {
    this.$setRelated('petition', petition)
    return this
  }
}

/** At the desk the bureau holds a petition without having taken it up as the unit that answers. */
export function isAtWork(petition: Petition, unit: Pick<Unit, 'id'>, charge: Charge) {
  return charge.isWith(unit) && !petition.isAtTheDesk
}
