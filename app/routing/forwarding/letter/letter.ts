import i18nManager from '@adonisjs/i18n/services/main'
import { Petition, outsideAddress, qrOf, toldOutside } from '#intake'
import { Catalogue, type Authority } from '#organisation'
import { longDate } from '#shared/dates/turkish_date'
import { printLetter } from '#shared/papers/print_letter'
import { Forwarding } from '../../models/forwarding.ts'
import { enclosedPetition } from './enclosed.ts'

/**
 * Üst yazı: the letter with which a petition goes to an outside body, as a PDF. Of this state's offices,
 * whatever language somebody reads.
 */
export async function letterOf(petition: Petition, forwarding: Forwarding) {
  const i18n = i18nManager.locale('tr')
  const catalogue = await Catalogue.of(petition.authorityId)
  const { authority } = catalogue
  const body = catalogue.unit(forwarding.unitId).named(forwarding.forwardedAt)
  const subject = catalogue.subject(petition.subjectId)?.nameIn('tr') ?? null
  const told = await toldOutside(petition)
  const { documentNumber, documentDate, signatory, signatoryTitle, closing } = forwarding
  const files = told.files.map((name) => i18n.t('routing.letter.file', { name }))
  const received = longDate(petition.receivedAt)
  const about = { number: petition.shownNumber, received, day: received }
  return printLetter({
    ...{ title: i18n.t('routing.letter.title', about), lang: 'tr-TR' },
    head: ['T.C.', upper(authority.name), catalogue.bureau.name],
    number: documentNumber,
    date: documentDate && longDate(documentDate),
    topic: subject ?? i18n.t('routing.letter.noSubject'),
    to: upper(body.name),
    references: [i18n.t('routing.letter.reference', about)],
    paragraphs: [
      i18n.t('routing.letter.competent'),
      i18n.t(told.who ? 'routing.letter.sent' : 'routing.letter.sentTipOff'),
      closing === 'arz' ? i18n.t('routing.letter.arz') : i18n.t('routing.letter.rica'),
    ],
    signature: { name: signatory, title: signatoryTitle },
    annexes: [i18n.t('routing.letter.petition'), ...files],
    foot: footOf(authority),
    code: await codeOf(petition, authority),
    enclosed: [enclosedPetition(petition, told, subject, i18n)],
    words: {
      number: i18n.t('routing.letter.number'),
      topic: i18n.t('routing.letter.subject'),
      reference: i18n.t('routing.letter.references'),
      annexes: i18n.t('routing.letter.annexes', { count: files.length + 1 }),
      code: i18n.t('routing.letter.code', about),
      pageOf: i18n.t('routing.letter.page', { page: '{page}', pages: '{pages}' }),
    },
  })
}

/** The letter of a petition that was forwarded; null of any other. */
export async function letterOfPetition(petitionId: number) {
  const forwarding = await Forwarding.findBy('petitionId', petitionId)
  const petition = forwarding && (await Petition.find(petitionId))
  return petition && { number: petition.number, pdf: await letterOf(petition, forwarding) }
}

/** Where the body sees how the petition stands, if whoever brought it gives them the code. */
async function codeOf({ number }: Petition, authority: Authority) {
  const address = await outsideAddress(authority, 'lookups.create', 'tr')
  return qrOf(address ? `${address.href}?numara=${number}` : number)
}

function footOf({ name, address, phone, email }: Authority) {
  return [name, [address, phone, email].filter(Boolean).join(' · ')].filter(Boolean)
}

function upper(name: string) {
  return name.toLocaleUpperCase('tr')
}
