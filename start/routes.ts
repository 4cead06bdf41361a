/** The product's table of contents. Addresses are Turkish, code is English. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { PageStyles } from '#middleware/page_styles'
import { middleware } from '#start/kernel'

const { insight, intake, notification, organisation, response, routing } = controllers

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

/** The officers' style sheet; its address changes with its content, so it may be kept for ever. */
router
  .get('/bicem/:file', async ({ params, response: sheet, containerResolver }) => {
    const { staff, staffFile } = await containerResolver.make(PageStyles)
    const kept = params.file === staffFile ? 'public, max-age=31536000, immutable' : 'no-cache'
    return sheet.type('css').header('cache-control', kept).send(staff)
  })
  .as('styles.show')

router.group(publicPages).use(middleware.ownForm())
router.group(publicPages).prefix('/en').as('en').use(middleware.ownForm())

/** Where SMS companies report, by GET or POST: no form, no session; the address itself is the key. */
router
  .route('/sms/rapor/:gateway/:secret', ['GET', 'POST'], [notification.DeliveryReceipts, 'store'])
  .as('delivery_receipts.store')

/** The door to everything below. */
router
  .group(() => {
    router.get('/giris', [organisation.Sessions, 'create']).as('sessions.create')
    router.post('/giris', [organisation.Sessions, 'store']).as('sessions.store')
  })
  .use([middleware.ownForm('foreign'), middleware.session(), middleware.auth()])

/** An officer's card of one petition, and each form that stands on it. */
function card() {
  router.get('/', [response.Cards, 'show']).as('cards.show')
  router.post('/yonlendirme', [response.Referrals, 'store']).as('referrals.store')
  router.post('/gonderme', [response.Forwardings, 'store']).as('forwardings.store')
  router.post('/iade', [response.Returns, 'store']).as('returns.store')
  router.post('/kisit', [response.Restrictions, 'store']).as('restrictions.store')
  router.post('/kisit/kaldir', [response.Restrictions, 'destroy']).as('restrictions.destroy')
  router.post('/gorusme', [response.Contacts, 'store']).as('contacts.store')
  router.post('/cevap', [response.Answers, 'store']).as('answers.store')
  router.post('/onay', [response.Approvals, 'store']).as('approvals.store')
  router.post('/metin', [response.Corrections, 'store']).as('corrections.store')
  router.post('/duzeltme', [response.Revisions, 'store']).as('revisions.store')
  router.get('/mesajlar', [notification.Messages, 'index']).as('messages.index')
  router.group(reaching).use(middleware.may('petitioner.reach'))
}

/** On an officer's card: what the bureau does so that the petitioner hears of it after all. */
function reaching() {
  router
    .group(() => {
      router.post('/yeniden', [notification.Resendings, 'store']).as('resendings.store')
      router.get('/arama', [notification.Calls, 'create']).as('calls.create')
      router.post('/arama', [notification.Calls, 'store']).as('calls.store')
    })
    .prefix('/mesajlar/:message')
    .where('message', /^\d{1,9}$/)
  router.post('/susturma', [notification.Silences, 'store']).as('silences.store')
  router.post('/susturma/kaldir', [notification.Silences, 'destroy']).as('silences.destroy')
  router.post('/takip-kodu', [notification.Secrets, 'store']).as('secrets.store')
}

/** The words of what citizens are told. */
function texts() {
  router.get('/', [notification.MessageTemplates, 'index']).as('message_templates.index')
  router
    .group(() => {
      router.get('/', [notification.MessageTemplates, 'edit']).as('message_templates.edit')
      router.post('/', [notification.MessageTemplates, 'update']).as('message_templates.update')
      router
        .post('/onizleme', [notification.TemplatePreviews, 'store'])
        .as('template_previews.store')
      router
        .post('/varsayilan', [notification.TemplateDefaults, 'store'])
        .as('template_defaults.store')
    })
    .prefix('/:event/:channel/:locale')
}

/** Behind the sign-in. */
router
  .group(() => {
    router.post('/cikis', [organisation.Sessions, 'destroy']).as('sessions.destroy')
    router.post('/cikis/her-yerde', [organisation.SignOuts, 'store']).as('sign_outs.store')
    router.get('/devam', [organisation.Resumptions, 'show']).as('resumptions.show')
    router.get('/hesap', [organisation.Accounts, 'show']).as('accounts.show')
    router.post('/tercih', [organisation.Preferences, 'store']).as('preferences.store')

    router
      .group(() => {
        router.get('/masa/yeni', [intake.Desk, 'create']).as('desk.create')
        router.post('/masa/yeni', [intake.Desk, 'store']).as('desk.store')
        router.get('/masa/alindi/:receipt', [intake.DeskReceipts, 'show']).as('desk_receipts.show')
      })
      .use(middleware.may('petition.receive'))
    router.get('/masa', [routing.Queue, 'index']).as('queue.index').use(middleware.may('queue.see'))
    router
      .get('/birim', [response.Inbox, 'index'])
      .as('inbox.index')
      .use(middleware.may('inbox.see'))
    router
      .group(card)
      .prefix('/dosya/:number')
      .where('number', /^\d{10}$/)
    router
      .group(() => {
        router.get('/mesajlar', [notification.Missed, 'index']).as('missed.index')
        router.get('/mesajlar/sayi', [notification.MissedCounts, 'show']).as('missed_counts.show')
      })
      .use(middleware.may('missed.see'))
    router
      .get('/kayit', [intake.Register, 'index'])
      .as('register.index')
      .use(middleware.may('register.see'))
    router
      .post('/kayit', [intake.Searches, 'store'])
      .as('searches.store')
      .use(middleware.may('register.see'))
    router
      .group(() => {
        router.get('/', [notification.Gateways, 'index']).as('gateways.index')
        router.get('/deneme/:id', [notification.TestMessages, 'show']).as('test_messages.show')
        router
          .get('/:gateway/deneme', [notification.TestMessages, 'create'])
          .as('test_messages.create')
        router
          .post('/:gateway/deneme', [notification.TestMessages, 'store'])
          .as('test_messages.store')
        router
          .post('/:gateway/duraklat', [notification.GatewayPauses, 'store'])
          .as('gateway_pauses.store')
        router
          .post('/:gateway/devam', [notification.GatewayPauses, 'destroy'])
          .as('gateway_pauses.destroy')
      })
      .prefix('/gecitler')
      .where('id', router.matchers.number())
      .use(middleware.may('gateways.see'))
    router
      .get('/izleme', [insight.Figures, 'index'])
      .as('figures.index')
      .use(middleware.may('figures.see'))
    router.group(texts).prefix('/metinler').use(middleware.may('texts.word'))
  })
  .use([
    // Before the session, whose cookie would put out a living one: a browser keeps its own at home
    // (SameSite) when another site posts, and takes the new one.
    middleware.ownForm('foreign'),
    middleware.session(),
    middleware.auth(),
    middleware.staff(),
    middleware.csrf(),
  ])
