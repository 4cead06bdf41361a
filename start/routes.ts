/** The product's table of contents. Addresses are Turkish, code is English. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { insight, intake, organisation, shared } = controllers

/** What a citizen opens: no session, no cookie, nothing written by a GET. English under /en. */
function publicPages() {
  router.get('/', [intake.Home, 'show']).as('home.show')
  router.get('/basvuru', [intake.Petitions, 'create']).as('petitions.create')
  router.post('/basvuru', [intake.Petitions, 'store']).as('petitions.store')
  router.get('/basvuru/alindi/:receipt', [intake.Receipts, 'show']).as('receipts.show')
  router.get('/sorgula', [intake.Lookups, 'create']).as('lookups.create')
  router.post('/sorgula', [intake.Lookups, 'store']).as('lookups.store')
  router.get('/aydinlatma', [intake.Notices, 'show']).as('notices.show')
}

router.get('/bicem/:file', [shared.Styles, 'show']).as('styles.show')

router.group(publicPages).use(middleware.publicForm())
router.group(publicPages).prefix('/en').as('en').use(middleware.publicForm())

/** The door to everything below. */
router
  .group(() => {
    router.get('/giris', [organisation.Sessions, 'create']).as('sessions.create')
    router.post('/giris', [organisation.Sessions, 'store']).as('sessions.store')
  })
  .use([middleware.publicForm(), middleware.session(), middleware.auth()])

/** Behind the sign-in. */
router
  .group(() => {
    router.post('/cikis', [organisation.Sessions, 'destroy']).as('sessions.destroy')
    router.post('/cikis/her-yerde', [organisation.SignOuts, 'store']).as('sign_outs.store')
    router.get('/hesap', [organisation.Accounts, 'show']).as('accounts.show')
    router.post('/tercih', [organisation.Preferences, 'store']).as('preferences.store')

    router
      .group(() => {
        router.get('/masa/yeni', [intake.Desk, 'create']).as('desk.create')
        router.post('/masa/yeni', [intake.Desk, 'store']).as('desk.store')
        router.get('/masa/alindi/:receipt', [intake.DeskReceipts, 'show']).as('desk_receipts.show')
      })
      .use(middleware.may('petition.receive'))
    router
      .get('/kayit', [intake.Register, 'index'])
      .as('register.index')
      .use(middleware.may('register.see'))
    router
      .get('/izleme', [insight.Figures, 'index'])
      .as('figures.index')
      .use(middleware.may('figures.see'))
  })
  .use([middleware.session(), middleware.auth(), middleware.staff(), middleware.csrf()])
