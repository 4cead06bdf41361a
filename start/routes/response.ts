import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Answers, Approvals, Cards, Contacts, Corrections, Forwardings } = controllers.response
const {
  Assignments,
  Extensions,
  Handbacks,
  Handovers,
  Inbox,
  LastDays,
  CounterTalks,
  FeeNotices,
  LawExtensions,
  Letters,
  Loads,
  Neighbours,
  ProgressQuestions,
  Questions,
  Readings,
  Recalls,
  Referrals,
  Restrictions,
  Returns,
  Revisions,
  UnitNotes,
  UnitQuestions,
  Urgencies,
} = controllers.response

const ID = /^\d{1,9}$/

/** What waits at a unit to be answered. */
export function inbox() {
  router.get('/birim', [Inbox, 'index']).as('inbox.index').use(middleware.may('inbox.see'))
  router.get('/birim/yuk', [Loads, 'index']).as('loads.index').use(middleware.may('loads.see'))
  router
    .group(() => {
      router.get('/', [UnitQuestions, 'index']).as('unit_questions.index')
      router.get('/:id', [UnitQuestions, 'show']).as('unit_questions.show')
      router.post('/:id', [UnitQuestions, 'update']).as('unit_questions.update')
    })
    .prefix('/birim/sorular')
    .use(middleware.may('inbox.see'))
}

/** An officer's page of one petition, and each form that stands on it. */
export function card() {
  router.get('/', [Cards, 'show']).as('cards.show')
  router.get('/gunler', [LastDays, 'show']).as('last_days.show')
  router.get('/mektup', [Letters, 'show']).as('letters.show')
  router.post('/yonlendirme', [Referrals, 'store']).as('referrals.store')
  router.post('/gonderme', [Forwardings, 'store']).as('forwardings.store')
  router.post('/sevk', [Handovers, 'store']).as('handovers.store')
  router.post('/sevk-iadesi', [Handbacks, 'store']).as('handbacks.store')
  router.post('/iade', [Returns, 'store']).as('returns.store')
  router.post('/geri-cagirma', [Recalls, 'store']).as('recalls.store')
  router.post('/birime-not', [UnitNotes, 'store']).as('unit_notes.store')
  router.post('/birime-soru', [UnitQuestions, 'store']).as('unit_questions.store')
  router.post('/birime-soru/birak', [UnitQuestions, 'destroy']).as('unit_questions.destroy')
  router.post('/ne-durumda', [ProgressQuestions, 'store']).as('progress_questions.store')
  router.post('/kisit', [Restrictions, 'store']).as('restrictions.store')
  router.post('/kisit/kaldir', [Restrictions, 'destroy']).as('restrictions.destroy')
  router.post('/aciliyet', [Urgencies, 'update']).as('urgencies.update')
  router.post('/gereken', [Urgencies, 'destroy']).as('urgencies.destroy')
  router.post('/soru', [Questions, 'store']).as('questions.store')
  router.post('/soru/ilet', [Questions, 'update']).as('questions.update')
  router.post('/uzatma', [Extensions, 'store']).as('extensions.store')
  router.post('/uzatma-karari', [Extensions, 'update']).as('extensions.update')
  router.post('/kanuni-uzatma', [LawExtensions, 'store']).as('law_extensions.store')
  router.post('/ucret', [FeeNotices, 'store']).as('fee_notices.store')
  router.post('/ucret-odendi', [FeeNotices, 'update']).as('fee_notices.update')
  router.get('/gise/:check', [CounterTalks, 'create']).where('check', ID).as('counter_talks.create')
  router.post('/gise/:check', [CounterTalks, 'store']).where('check', ID).as('counter_talks.store')
  router.post('/okundu', [Readings, 'store']).as('readings.store')
  router.post('/gorusme', [Contacts, 'store']).as('contacts.store')
  router.post('/cevap', [Answers, 'store']).as('answers.store')
  router.post('/onay', [Approvals, 'store']).as('approvals.store')
  router.post('/metin', [Corrections, 'store']).as('corrections.store')
  router.post('/duzeltme', [Revisions, 'store']).as('revisions.store')
  router.get('/siradaki', [Neighbours, 'show']).as('neighbours.show')
  router.post('/uzerine-al', [Assignments, 'store']).as('assignments.store')
  router.get('/gorevli', [Assignments, 'edit']).as('assignments.edit')
  router.post('/gorevli', [Assignments, 'update']).as('assignments.update')
}
