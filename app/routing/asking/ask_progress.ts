import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { UnitQuestion, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { Typed } from '#shared/typed/typed'
import { demand, NotAllowed } from '../allowed.ts'

/**
 * Ne durumda: the desk asks the unit in charge how far it is, in the house's words or in its own; once,
 * until that is answered.
 *
 * @throws Refusal for what is too long; NotAllowed; PetitionChanged
 */
export async function askProgress(petition: Petition, officer: Officer, words: string) {
  const own = new Typed({ question: words }).read((form) => form.multiline('question'))
  const question = own ?? i18nManager.locale('tr').t('routing.unitQuestions.progressStock')
  const { bureau } = await Catalogue.of(petition.authorityId)
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'askProgress', officer)
    const open = await UnitQuestion.openOf(current, trx)
    if (open.some(({ isPart }) => !isPart)) throw new NotAllowed()
    const of = { petitionId: current.id, unitId: unit.id, forUnitId: bureau.id }
    const row = { ...of, sort: 'progress', askedBy: officer.id, question, dueOn: today() } as const
    const alongside = () =>
      UnitQuestion.create({ ...row, askedAt: DateTime.utc() }, { client: trx })
    await current.take({ kind: 'progressAsked', officer, unit, note: question, alongside, trx })
  })
}
