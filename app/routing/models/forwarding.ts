import i18nManager from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ForwardingSchema } from '#database/schema'
import { demandStruck, type Petition } from '#intake'
import type { Officer, Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { longDate } from '#shared/dates/turkish_date'
import { Typed } from '#shared/typed/typed'
import { demand } from '../allowed.ts'
import { waitsFor } from '../forwarding/waits.ts'
import { LONGEST } from '../longest.ts'
import { waysOf } from '../handing_over/ways.ts'
import { ComplainedUnit, OthersDecide } from './referral.ts'
import { SuggestionChoice } from './suggestion_choice.ts'

/** Only what is outside the house is forwarded to; a unit of ours is charged. */
export class InternalUnit extends Refusal {
  constructor() {
    super({ field: 'unit', rule: 'internal' })
  }
}

export interface Letter {
  /** The number of the official letter, when it has one already. */
  documentNumber: string | null
  /** What the officer adds to the stock sentence. */
  text: string | null
}

/** Number of an official letter: its column is ASCII, as these numbers are. */
export const DOCUMENT_NUMBER = new RegExp(
  `^[\\x20-\\x7e]{1,${LONGEST.forwardings.document_number}}$`
)

/** To a body below or beside one asks (rica), of one above one begs (arz). */
export const CLOSINGS = ['rica', 'arz'] as const

/** What its letter says beside the petition. */
interface LetterFacts {
  documentNumber: string | null
  documentDate: DateTime | null
  signatory: string | null
  signatoryTitle: string | null
  closing: string | null
}

/**
 * Başka kuruma gönderme: the petition goes to the outside body that is competent, and its petitioner
 * is told (law 3071 art. 5). This concludes it here.
 */
export class Forwarding extends ForwardingSchema {
  /** @throws NotAllowed, ChiefDecides, ComplainedUnit, OthersDecide, InternalUnit, PetitionChanged; Refusal of a tip-off
   *   that nobody has read yet */
  static async make(petition: Petition, unit: Unit, officer: Officer, letter: Letter) {
    const { documentNumber, text } = letter
    new Typed({ text, document_number: documentNumber }).read((form) => {
      form.multiline('text')
      form.like('document_number', DOCUMENT_NUMBER)
    })
    const choice = await SuggestionChoice.for(petition, unit, officer)
    // A complaint about the manager goes to the authority above where that is one of this server's.
    const mustBeHanded = petition.decider === 'above' && (await waysOf(petition)).to.length > 0
    return petition.change(async (current, trx) => {
      await demand(current, 'forward', officer)
      if (unit.id === current.complainedUnitId) throw new ComplainedUnit()
      if (mustBeHanded) throw new OthersDecide('above')
      if (!unit.isExternal) throw new InternalUnit()
      await demandStruck(current, trx)

      const forwardedAt = DateTime.utc()
      const forwarding = await this.create(
        {
          petitionId: current.id,
          unitId: unit.id,
          officerId: officer.id,
          authorityId: current.authorityId,
          waitsFor: waitsFor({ documentNumber, isSent: false, isAnswered: false }),
          documentNumber,
          forwardedAt,
        },
        { client: trx }
      )
      await choice.keep(trx)
      const words = citizenText(current.locale, unit, letter, forwardedAt)
      await current.conclude('forwarded', words, { officer, unit }, trx)
      return forwarding
    })
  }

  /** Who signed the authority's letters last, for the next one. */
  static lastSigned(authorityId: number) {
    const query = this.query().where('authority_id', authorityId).where('waits_for', 'answer')
    return query.orderBy('id', 'desc').first()
  }

  /** What every petitioner is told, before the body and the day are known. */
  static stockSentence(locale: string) {
    return i18nManager.locale(locale).t('routing.stock.forwarded')
  }

  /** Whether its letter has this number and day already. */
  isNumbered({
    documentNumber,
    documentDate,
  }: Pick<LetterFacts, 'documentNumber' | 'documentDate'>) {
    const isSameDay = this.documentDate?.toISODate() === documentDate?.toISODate()
    return this.documentNumber === documentNumber && isSameDay
  }

  /** Whether its letter says all of this already. */
  says(facts: LetterFacts) {
    const { signatory, signatoryTitle, closing } = facts
    const isSigned = this.signatory === signatory && this.signatoryTitle === signatoryTitle
    return this.isNumbered(facts) && isSigned && this.closing === closing
  }

  async keep(row: Record<string, string | null>, trx: TransactionClientContract) {
    await Forwarding.query({ client: trx }).where('id', this.id).update(row)
  }
}

function citizenText(locale: string, unit: Unit, letter: Letter, on: DateTime) {
  const i18n = i18nManager.locale(locale)
  const particulars = i18n.t('routing.stock.forwardedTo', {
    unit: unit.name,
    day: longDate(on, locale),
    phone: unit.phone ?? 'none',
    documentNumber: letter.documentNumber ?? 'none',
  })
  return [Forwarding.stockSentence(locale), particulars, letter.text].filter(Boolean).join('\n\n')
}
