import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { SuggestionChoiceSchema } from '#database/schema'
import type { Petition } from '#intake'
import { Catalogue, type Officer, type Unit } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { recalledFrom } from '../suggesting/recalled_from.ts'
import { suggestions } from '../suggesting/suggestions.ts'
import { Return } from './return.ts'

/** Seçim: what was suggested when somebody referred a petition, what was chosen, and if it came back. */
export class SuggestionChoice extends SuggestionChoiceSchema {
  /**
   * Asks before the petition is changed what would have been suggested; nothing of it is written yet.
   * By petition and lists as they stand, which is what the page showed.
   */
  static async for(petition: Petition, unit: Unit, officer: Officer) {
    const [catalogue, returns, recalled] = await Promise.all([
      Catalogue.of(petition.authorityId),
      Return.of(petition),
      recalledFrom(petition),
    ])
    const candidates = await suggestions(petition, returns, catalogue, recalled)
    const [first] = candidates
    const place = candidates.findIndex((one) => one.unit.id === unit.id) + 1
    const certainty = first?.certainty ?? null
    return new SuggestionChoice().merge({
      authorityId: petition.authorityId,
      petitionId: petition.id,
      unitId: unit.id,
      officerId: officer.id,
      suggestedUnitId: first?.unit.id ?? null,
      reason: first?.reason ?? null,
      certainty: certainty === null ? null : Math.round(certainty * 100),
      place: place || null,
      modelId: first?.modelId ?? null,
    })
  }

  /** With the charge itself: saved together. */
  keep(trx: TransactionClientContract) {
    this.chosenAt = DateTime.utc()
    return this.useTransaction(trx).save()
  }

  /** The unit says that it was wrong, which is learned as well. */
  static async givenBack(petition: Petition, unitId: number, trx: TransactionClientContract) {
    await this.query({ client: trx })
      .where({ petition_id: petition.id, unit_id: unitId })
      .whereNull('given_back_at')
      .update({ given_back_at: stamp(DateTime.utc()) })
  }
}
