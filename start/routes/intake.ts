import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const {
  AnswerFiles,
  AnswerLetters,
  CardFiles,
  Attachments,
  Desk,
  DeskFiles,
  DeskPeople,
  DeskReceipts,
  DeskTelephoneFiles,
  DeskTelephones,
  Home,
  IdentityChecks,
  Lookups,
  MailAccounts,
  MailForms,
  MailRefusals,
  Mails,
  Merges,
  Notices,
  Onlookers,
  ParkedForms,
  Petitions,
  Questions,
  Receipts,
  Register,
  Searches,
  SlipChecks,
  SlipFiles,
  Warnings,
} = controllers.intake
const { Additions, JoinReceipts, Joins, OwnPetitions, PetitionPages } = controllers.intake
const { Objections, SurveyLinks, Surveys } = controllers.intake
const { OutageForms, OutageLines, Outages } = controllers.intake
const { SigningSheets, SlipComparisons } = controllers.intake
const { Boards, Counters, Kiosks, KioskTickets, QueueAbsences } = controllers.intake
const { QueueCalls, QueueDays, QueueTickets } = controllers.intake
const {
  Amendments,
  CounterChecks,
  Namings,
  Recognitions,
  Strikings,
  TelephoneCodes,
  TelephoneFiles,
  Telephones,
  Withdrawals,
} = controllers.intake

/** Applying, and looking up what became of it: at one office, and at an address that several share. */
export function citizensPages() {
  router.get('/', [Home, 'show']).as('home.show')
  router.get('/sorgula', [Lookups, 'create']).as('lookups.create')
  router.post('/sorgula', [Lookups, 'store']).as('lookups.store')
  router.post('/sorgula/geri-cek', [Withdrawals, 'store']).as('withdrawals.store')
  router.post('/sorgula/vazgec', [Withdrawals, 'destroy']).as('withdrawals.destroy')
  router.post('/sorgula/cozuldu', [Surveys, 'store']).as('surveys.store')
  router.post('/sorgula/itiraz', [Objections, 'store']).as('objections.store')
  surveyLinks()
  router.post('/sorgula/telefon', [Telephones, 'store']).as('telephones.store')
  router.post('/sorgula/telefon/kod', [Telephones, 'update']).as('telephones.update')
  router.post('/sorgula/katilimdan-cik', [Joins, 'destroy']).as('joins.destroy')
  router.get('/basvurularim', [TelephoneCodes, 'create']).as('telephone_codes.create')
  router.post('/basvurularim', [TelephoneCodes, 'store']).as('telephone_codes.store')
  router.post('/basvurularim/liste', [OwnPetitions, 'store']).as('own_petitions.store')
  router.get('/sorgula/ek/:address', [AnswerFiles, 'show']).as('answer_files.show')
  router.get('/sorgula/mektup/:address', [AnswerLetters, 'show']).as('answer_letters.show')
  router.get('/dogrula', [SlipChecks, 'create']).as('slip_checks.create')
  router.post('/dogrula', [SlipChecks, 'store']).as('slip_checks.store')
  router.get('/dogrula/sayfa', [SlipFiles, 'show']).as('slip_files.show')
  router.group(oneOffices).use(middleware.office())
  citizensFiles()
}

/** Whether an answer helped, by the link of an e-mail. */
function surveyLinks() {
  router
    .group(() => {
      router.get('/', [SurveyLinks, 'create']).as('survey_links.create')
      router.post('/', [SurveyLinks, 'store']).as('survey_links.store')
    })
    .prefix('/cozuldu/:address')
    .where('address', /^[\w-]{22}$/)
}

/** What is somebody's: whose words are taken, whose notice is shown. */
function oneOffices() {
  router.get('/basvuru', [Petitions, 'create']).as('petitions.create')
  router.post('/basvuru', [Petitions, 'store']).as('petitions.store')
  router.post('/basvuru/uyarilar', [Warnings, 'store']).as('warnings.store')
  router.post('/basvuru/sorular', [Questions, 'store']).as('form_questions.store')
  router.get('/basvuru/soru-soru', [PetitionPages, 'create']).as('petition_pages.create')
  router.post('/basvuru/soru-soru', [PetitionPages, 'store']).as('petition_pages.store')
  router.get('/basvuru/alindi/:receipt', [Receipts, 'show']).as('receipts.show')
  router.get('/basvuru/katildiniz/:receipt', [JoinReceipts, 'show']).as('join_receipts.show')
  router.get('/aydinlatma', [Notices, 'show']).as('notices.show')
  // Who is called where, on the wall of the waiting room.
  router.get('/sira/pano', [Boards, 'show']).as('boards.show')
}

/** The machine that gives numbers at the entrance, by its own secret address. */
export function kiosk() {
  router
    .group(() => {
      router.get('/', [KioskTickets, 'create']).as('kiosk_tickets.create')
      router.post('/', [KioskTickets, 'store']).as('kiosk_tickets.store')
      router
        .get('/:ticket', [KioskTickets, 'show'])
        .where('ticket', /^\d{1,3}$/)
        .as('kiosk_tickets.show')
    })
    .prefix('/sira/:kiosk')
    .where('kiosk', /^[\w-]{22}$/)
}

/** A form that comes with files: read a piece at a time. */
function citizensFiles() {
  router
    .post('/sorgula/ekle', [Additions, 'store'])
    .as('additions.store')
    .use(middleware.arrivals())
  router
    .post('/basvuru/dosya', [Attachments, 'store'])
    .as('attachments.store')
    .use(middleware.office())
    .use(middleware.arrivals())
  // What stands at the desk's QR code, for the telephone of whoever has come.
  router.get('/telefon/:address', [TelephoneFiles, 'create']).as('telephone_files.create')
  router
    .post('/telefon/:address', [TelephoneFiles, 'store'])
    .as('telephone_files.store')
    .use(middleware.telephone())
    .use(middleware.arrivals())
}

/** The same of the desk's form, whose officer is asked for behind it. */
export function deskFiles() {
  router.post('/masa/dosya', [DeskFiles, 'store']).as('desk_files.store')
}

/** Files that an officer adds to a petition. */
export function cardFiles() {
  router
    .post('/dosya/:number/ek', [CardFiles, 'store'])
    .where('number', /^\d{10}$/)
    .as('card_files.store')
}

/** Who has a petition open; who may see it is asked of the petition. */
export function onlookers() {
  router.get('/bakanlar', [Onlookers, 'show']).as('onlookers.show')
  router.post('/bakanlar/birak', [Onlookers, 'destroy']).as('onlookers.destroy')
}

/** What lies with a petition; who may see it is asked of the petition. */
export function attachments() {
  router.get('/ek', [CardFiles, 'create']).as('card_files.create')
  router
    .get('/ek/:id', [Attachments, 'show'])
    .where('id', /^\d{1,9}$/)
    .as('attachments.show')
}

/** Papers of a petition: one to be signed, and a slip that somebody shows. */
export function papers() {
  router.get('/dilekce', [SigningSheets, 'show']).as('signing_sheets.show')
  router.get('/fis', [SlipComparisons, 'create']).as('slip_comparisons.create')
  router.post('/fis', [SlipComparisons, 'store']).as('slip_comparisons.store')
}

/** What of a tip-off a unit reads; who may say so is asked of the petition. */
export function strikings() {
  router.get('/karartma', [Strikings, 'edit']).as('strikings.edit')
  router.post('/karartma', [Strikings, 'update']).as('strikings.update')
  router.get('/sikayet-edilen', [Namings, 'edit']).as('namings.edit')
  router.post('/sikayet-edilen', [Namings, 'update']).as('namings.update')
}

/** Two petitions of one person are answered together; who may is asked of the petition. */
export function merges() {
  router.get('/birlestirme', [Merges, 'show']).as('merges.show')
  router.post('/birlestirme', [Merges, 'store']).as('merges.store')
  router.post('/birlestirme/geri', [Merges, 'destroy']).as('merges.destroy')
}

/** What was written down wrongly of a petition, and a code that was lost; who may is asked of the petition. */
export function amendments() {
  router.get('/duzelt', [Amendments, 'edit']).as('amendments.edit')
  router.post('/duzelt', [Amendments, 'update']).as('amendments.update')
  router.get('/kod', [Recognitions, 'create']).as('recognitions.create')
  router.post('/kod', [Recognitions, 'store']).as('recognitions.store')
  router.post('/kod/gonder', [Recognitions, 'update']).as('recognitions.update')
  router.get('/gise', [CounterChecks, 'create']).as('counter_checks.create')
  router.post('/gise', [CounterChecks, 'store']).as('counter_checks.store')
  router.post('/gise/kod', [CounterChecks, 'update']).as('counter_checks.update')
}

/** Taking down what somebody brings to the bureau. */
export function desk() {
  router
    .group(() => {
      router.get('/masa/yeni', [Desk, 'create']).as('desk.create')
      router.post('/masa/yeni', [Desk, 'store']).as('desk.store')
      router.post('/masa/yeni/kisi', [DeskPeople, 'store']).as('desk_people.store')
      router.post('/masa/yeni/kimlik', [IdentityChecks, 'store']).as('identity_checks.store')
      router.post('/masa/yeni/kimlik/al', [IdentityChecks, 'update']).as('identity_checks.update')
      router.post('/masa/yeni/duzelt', [Desk, 'edit']).as('desk.edit')
      router.post('/masa/yeni/beklet', [ParkedForms, 'store']).as('parked_forms.store')
      router.get('/masa/yeni/bekleyen', [ParkedForms, 'index']).as('parked_forms.index')
      router
        .post('/masa/yeni/bekleyen/:id', [ParkedForms, 'update'])
        .where('id', /^\d{1,9}$/)
        .as('parked_forms.update')
      router.post('/masa/uyarilar', [Warnings, 'store']).as('desk_warnings.store')
      router
        .get('/masa/telefon/:id', [DeskTelephones, 'show'])
        .where('id', /^\d{1,9}$/)
        .as('desk_telephones.show')
      router
        .get('/masa/telefon/dosya/:id', [DeskTelephoneFiles, 'show'])
        .where('id', /^\d{1,9}$/)
        .as('desk_telephone_files.show')
      router.post('/masa/sorular', [Questions, 'store']).as('desk_questions.store')
      router.get('/masa/kesinti', [Outages, 'show']).as('outages.show')
      router.get('/masa/hat', [OutageLines, 'show']).as('outage_lines.show')
      router.get('/masa/hatsiz', [OutageForms, 'index']).as('outage_forms.index')
      router.post('/masa/hatsiz', [OutageForms, 'store']).as('outage_forms.store')
      outageForm()
      router.get('/masa/alindi/:receipt', [DeskReceipts, 'show']).as('desk_receipts.show')
      router
        .group(mails)
        .prefix('/masa/gelen-posta')
        .where('id', /^\d{1,9}$/)
    })
    .use(middleware.may('petition.receive'))
}

/** What arrived at the bureau's mailbox. */
function mails() {
  router.get('/', [Mails, 'index']).as('mails.index')
  router.get('/:id', [Mails, 'show']).as('mails.show')
  router.get('/:id/basvuru', [MailForms, 'create']).as('mail_forms.create')
  router.post('/:id/ayir', [MailRefusals, 'store']).as('mail_refusals.store')
  router.post('/:id/geri-al', [MailRefusals, 'destroy']).as('mail_refusals.destroy')
}

/** Whether the mailbox is read, for the machine room. */
export function mailAccount() {
  router
    .get('/posta-kutusu', [MailAccounts, 'show'])
    .as('mail_accounts.show')
    .use(middleware.may('gateways.see'))
}

/** One that was written while the line was cut, and came back. */
function outageForm() {
  router
    .group(() => {
      router.get('/', [OutageForms, 'edit']).as('outage_forms.edit')
      router.post('/', [OutageForms, 'update']).as('outage_forms.update')
    })
    .prefix('/masa/hatsiz/:id')
    .where('id', /^\d{1,9}$/)
}

/** Sıra: calling those who wait in the room. */
export function waitingRoom() {
  router
    .group(() => {
      router.get('/', [QueueTickets, 'index']).as('queue_tickets.index')
      router.get('/simdi', [QueueCalls, 'show']).as('queue_calls.show')
      router.post('/sonraki', [QueueCalls, 'store']).as('queue_calls.store')
      router.post('/gise', [Counters, 'update']).as('counters.update')
      router.post('/:id/yeniden', [QueueCalls, 'update']).as('queue_calls.update')
      router.post('/:id/bitti', [QueueCalls, 'destroy']).as('queue_calls.destroy')
      router.post('/:id/gelmedi', [QueueAbsences, 'store']).as('queue_absences.store')
    })
    .prefix('/masa/sira')
    .use(middleware.may('petition.receive'))
  router
    .get('/masa/sira/gun', [QueueDays, 'show'])
    .as('queue_days.show')
    .use(middleware.may('figures.see'))
  router
    .group(() => {
      router.get('/', [Kiosks, 'edit']).as('kiosks.edit')
      router.post('/', [Kiosks, 'update']).as('kiosks.update')
    })
    .prefix('/yonetim/makam/sira')
    .use(middleware.may('authority.manage'))
}

/** Everything that an officer may see, and looking for one of it. */
export function register() {
  router
    .group(() => {
      router.get('/', [Register, 'index']).as('register.index')
      router.post('/', [Searches, 'store']).as('searches.store')
    })
    .prefix('/kayit')
    .use(middleware.may('register.see'))
}
