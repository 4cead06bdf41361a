import i18nManager from '@adonisjs/i18n/services/main'
import { Charge, hidesOriginal, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { longDate, today } from '#shared/dates/turkish_date'
import { ReadyText } from '../models/ready_text.ts'
import { filledIn } from './placeholders.ts'

/** The ready texts for one petition's answer, filled in, in the language of whoever will read it. */
export async function offeredFor(petition: Petition, officer: Officer) {
  const { tree } = await Catalogue.of(petition.authorityId)
  const subject = petition.subjectId && tree.countedAs(petition.subjectId)
  const { authorityId, locale } = petition
  const texts = await ReadyText.offered(authorityId, subject, locale)
  if (texts.length === 0) return []
  const known = await knownOf(petition, officer)
  return texts.map((one) => ({
    ...{ id: one.id, title: one.title },
    text: filledIn(one.wordsIn(locale), known),
  }))
}

/** What can be named of it; of whoever brought it the name alone, as a letter begins. */
async function knownOf(petition: Petition, officer: Officer) {
  const { authorityId, locale, number, place } = petition
  const catalogue = await Catalogue.of(authorityId)
  const i18n = i18nManager.locale(locale)
  const name = petition.hidesPetitionerFrom(officer) ? null : await nameOf(petition)
  return {
    sayin: name ? i18n.t('response.ready.dear', { name }) : i18n.t('response.ready.dearPetitioner'),
    numara: number.replace(/^(\d\d)(\d{4})(\d{4})$/, '$1 $2 $3'),
    gun: longDate(petition.receivedAt, locale),
    konu: catalogue.subject(petition.subjectId)?.nameIn(locale) ?? null,
    birim: new Charge(petition, catalogue).unit.name,
    makam: catalogue.authority.name,
    mahalle: hidesOriginal(petition, officer) ? null : place,
    bugun: longDate(today(), locale),
  }
}

async function nameOf(petition: Petition) {
  return (await petition.related('petitioner').query().firstOrFail()).name
}
