import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const {
  AppointmentCalls,
  AppointmentNotes,
  Appointments,
  ForwardingAnswers,
  ForwardingDispatches,
  ForwardingLetters,
  ForwardingLists,
  ForwardingPapers,
  Handovers,
  KeptFilters,
  Previews,
  Proposals,
  PublicDayChanges,
  PublicDayPapers,
  PublicDays,
  Queue,
  ReadBacks,
  ReferralLots,
} = controllers.routing

/** What the authority handed over to others, and what became of it. */
export function handovers() {
  router
    .get('/sevkler', [Handovers, 'index'])
    .as('handovers.index')
    .use(middleware.may('handovers.see'))
}

/** What was forwarded to outside bodies and waits for something. */
export function forwardingList() {
  router
    .get('/gonderilenler', [ForwardingLists, 'index'])
    .as('forwarding_lists.index')
    .use(middleware.may('forwardings.see'))
}

/** Of one that was forwarded: its letter, how it left, and what its body answered. */
export function forwarding() {
  router.get('/ust-yazi', [ForwardingLetters, 'show']).as('forwarding_letters.show')
  router.post('/ust-yazi', [ForwardingLetters, 'update']).as('forwarding_letters.update')
  router.get('/ust-yazi/pdf', [ForwardingPapers, 'show']).as('forwarding_papers.show')
  router
    .post('/ust-yazi/gonderim', [ForwardingDispatches, 'store'])
    .as('forwarding_dispatches.store')
  router.post('/ust-yazi/cevap', [ForwardingAnswers, 'store']).as('forwarding_answers.store')
}

/** What waits at the bureau to be routed. */
export function queue() {
  router
    .group(() => {
      router.get('/', [Queue, 'index']).as('queue.index')
      router
        .get('/onizleme/:number', [Previews, 'show'])
        .as('previews.show')
        .where('number', /^\d{10}$/)
      router.get('/suzgecler', [KeptFilters, 'index']).as('kept_filters.index')
      router.post('/suzgecler', [KeptFilters, 'store']).as('kept_filters.store')
      router.post('/suzgecler/:id', [KeptFilters, 'update']).as('kept_filters.update')
      router.post('/suzgecler/:id/kaldir', [KeptFilters, 'destroy']).as('kept_filters.destroy')
    })
    .prefix('/masa')
    .where('id', /^\d{1,9}$/)
    .use(middleware.may('queue.see'))
  router
    .post('/masa/yonlendirme', [ReferralLots, 'store'])
    .as('referral_lots.store')
    .use(middleware.may('petition.refer'))
}

/** Halk Günü: who is heard when, one line for each, and its papers. */
export function publicDays() {
  router
    .group(() => {
      router
        .group(() => {
          router.get('/', [PublicDays, 'index']).as('public_days.index')
          router.get('/:id', [PublicDays, 'show']).as('public_days.show')
          router.get('/:id/program', [PublicDayPapers, 'index']).as('programmes.show')
          router.get('/:id/tutanak', [PublicDayPapers, 'show']).as('minutes.show')
        })
        .use(middleware.may('publicDay.see'))
      router
        .group(() => {
          router.get('/yeni', [PublicDays, 'create']).as('public_days.create')
          router.post('/', [PublicDays, 'store']).as('public_days.store')
          router.get('/:id/degistir', [PublicDayChanges, 'edit']).as('public_days.edit')
          router.post('/:id/degistir', [PublicDayChanges, 'update']).as('public_days.update')
          router.post('/:id/iptal', [PublicDayChanges, 'destroy']).as('public_days.destroy')
          router.post('/:id/randevu', [Appointments, 'store']).as('appointments.store')
          router
            .post('/:id/kisi/:appointment', [AppointmentNotes, 'store'])
            .as('appointment_notes.store')
          router
            .post('/:id/kisi/:appointment/gelmedi', [Appointments, 'destroy'])
            .as('appointments.destroy')
          router
            .post('/:id/kisi/:appointment/arandi', [AppointmentCalls, 'store'])
            .as('appointment_calls.store')
        })
        .use(middleware.may('publicDay.keep'))
    })
    .prefix('/halk-gunu')
    .where('id', /^\d{1,9}$/)
}

/** What is written down at the desk: to whom it probably belongs, and all of it to be read out. */
export function readBacks() {
  router
    .group(() => {
      router.post('/masa/yeni/oneri', [Proposals, 'store']).as('proposals.store')
      router.post('/masa/yeni/oku', [ReadBacks, 'store']).as('read_backs.store')
    })
    .use(middleware.may('petition.receive'))
}
