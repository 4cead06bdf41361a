import i18n from '@adonisjs/i18n/services/main'
import { Catalogue, type Officer } from '#organisation'
import type { Petition } from '../models/petition.ts'
import { renewSecret } from '../secret/renewal.ts'

/** What shows who somebody is, as an officer sees it. */
export const DOCUMENTS = ['idCard', 'passport', 'drivingLicence', 'residencePermit'] as const
export type Document = (typeof DOCUMENTS)[number]

/** By what whoever lost the code is known again: never by questions, which relatives can answer too. */
export type Known =
  | { by: 'document'; document: Document }
  | { by: 'telephone' }
  /** nobody is known: the code goes to the recorded address, and to nobody's hand */
  | { by: 'letter' }

/**
 * Tanıma: the step says by what, and the code is made anew, in one transaction.
 *
 * @returns the new secret, this once
 * @throws PetitionChanged; Refusal when it was renewed too often today
 */
export async function recognise(petition: Petition, known: Known, officer: Officer) {
  const { bureau: unit } = await Catalogue.of(petition.authorityId)
  const note =
    known.by === 'document'
      ? i18n.locale('tr').t(`intake.recognition.documents.${known.document}`)
      : null
  const kind = STEP[known.by]
  return petition.change(async (current, trx) => {
    await current.take({ kind, officer, unit, note, trx })
    return renewSecret(current, officer, trx)
  })
}

const STEP = {
  document: 'knownByDocument',
  telephone: 'knownByTelephone',
  letter: 'codeByLetter',
} as const
