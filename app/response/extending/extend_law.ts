import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { LastDay, type Petition } from '#intake'
import { Catalogue, countedAnew, type Officer, ruleFor } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { GROUNDS, isLawExtendable, wordsOf } from './possible.ts'

/**
 * Law 4982 art. 11: a request for information has longer on a ground of the law, where the petitioner
 * is told so in writing before the ordinary time is over.
 *
 * @throws Refusal without a ground; NotAllowed; PetitionChanged
 */
export async function extendLaw(petition: Petition, officer: Officer, words: SomeWords) {
  const { ground } = new Typed(words).read((form) => ({
    ground: form.choice('ground', GROUNDS, { required: true }),
  }))
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const t = i18nManager.locale(petition.locale)
  return petition.change(async (current, trx) => {
    await demand(current, 'extendLaw', officer)
    const days = await LastDay.of(current)
    if (!isLawExtendable(current, days, rules)) throw new NotAllowed()
    const rule = ruleFor(rules, 'extended', current.kind)
    const { receivedAt } = current
    const setting = { said: days.legal!, receivedAt, rule, calendar, on: DateTime.utc() }
    const legal = countedAnew('lawExtended', setting)
    const publicText = t.t('response.extendLaw.letter', { ground, days: rule.days })
    const [note, lastDays] = [wordsOf(ground), { legal }]
    await current.take({ kind: 'legalExtended', officer, note, publicText, lastDays, trx })
  })
}
