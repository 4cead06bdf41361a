import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { DeliveryReceipts, Gateways, GatewayPauses, TestMessages } = controllers.notification
const { MessageTemplates, TemplateDefaults, TemplatePreviews } = controllers.notification
const { AddressLabels, Deliveries, LetterArrivals, LetterReturns, PaperWishes, PostedLetters } =
  controllers.notification
const { Calls, Messages, Missed, MissedCounts, ReadyMessages, Resendings, Secrets, Silences } =
  controllers.notification

/** Where SMS companies report, by GET or POST: no form, no session; the address itself is the key. */
export function reports() {
  router
    .route('/sms/rapor/:gateway/:secret', ['GET', 'POST'], [DeliveryReceipts, 'store'])
    .as('delivery_receipts.store')
}

/** On an officer's card: what the petitioner was told. */
export function messages() {
  router.get('/mesajlar', [Messages, 'index']).as('messages.index')
  router.get('/hazir-mesaj', [ReadyMessages, 'create']).as('ready_messages.create')
  router.post('/hazir-mesaj', [ReadyMessages, 'store']).as('ready_messages.store')
  router.group(reaching).use(middleware.may('petitioner.reach'))
}

/** What the bureau does so that the petitioner hears of it after all. */
function reaching() {
  router
    .group(() => {
      router.post('/yeniden', [Resendings, 'store']).as('resendings.store')
      router.get('/arama', [Calls, 'create']).as('calls.create')
      router.post('/arama', [Calls, 'store']).as('calls.store')
    })
    .prefix('/mesajlar/:message')
    .where('message', /^\d{1,9}$/)
  router.post('/susturma', [Silences, 'store']).as('silences.store')
  router.post('/susturma/kaldir', [Silences, 'destroy']).as('silences.destroy')
  router.post('/takip-kodu', [Secrets, 'store']).as('secrets.store')
  router.get('/ulasma', [Deliveries, 'show']).as('deliveries.show')
  router.post('/ulasma', [Deliveries, 'store']).as('deliveries.store')
  router.post('/kagit-istegi', [PaperWishes, 'store']).as('paper_wishes.store')
  router.post('/kagit-istegi/kaldir', [PaperWishes, 'destroy']).as('paper_wishes.destroy')
  router.post('/mektuplar', [PostedLetters, 'store']).as('posted_letters.store')
  router
    .group(ofLetter)
    .prefix('/mektuplar/:letter')
    .where('letter', /^\d{1,9}$/)
}

/** Of an answer that goes on paper: it left, came back, arrived, or is not wanted any more. */
function ofLetter() {
  router.post('/', [PostedLetters, 'update']).as('posted_letters.update')
  router.post('/geri-geldi', [LetterReturns, 'store']).as('letter_returns.store')
  router.post('/ulasti', [LetterArrivals, 'store']).as('letter_arrivals.store')
  router.post('/gerek-yok', [PostedLetters, 'destroy']).as('posted_letters.destroy')
}

/** Answers that wait to be posted, and the labels of their envelopes. */
export function letters() {
  router
    .group(() => {
      router.get('/', [PostedLetters, 'index']).as('posted_letters.index')
      router.get('/etiketler', [AddressLabels, 'show']).as('address_labels.show')
    })
    .prefix('/masa/postalanacaklar')
    .use(middleware.may('petitioner.reach'))
}

/** What reached nobody. */
export function missed() {
  router
    .group(() => {
      router.get('/', [Missed, 'index']).as('missed.index')
      router.get('/sayi', [MissedCounts, 'show']).as('missed_counts.show')
    })
    .prefix('/mesajlar')
    .use(middleware.may('missed.see'))
}

/** The ways out for text messages. */
export function gateways() {
  router
    .group(() => {
      router.get('/', [Gateways, 'index']).as('gateways.index')
      router.get('/deneme/:id', [TestMessages, 'show']).as('test_messages.show')
      router.get('/:gateway/deneme', [TestMessages, 'create']).as('test_messages.create')
      router.post('/:gateway/deneme', [TestMessages, 'store']).as('test_messages.store')
      router.post('/:gateway/duraklat', [GatewayPauses, 'store']).as('gateway_pauses.store')
      router.post('/:gateway/devam', [GatewayPauses, 'destroy']).as('gateway_pauses.destroy')
    })
    .prefix('/gecitler')
    .where('id', router.matchers.number())
    .use(middleware.may('gateways.see'))
}

/** The words of what citizens are told. */
export function texts() {
  router
    .group(() => {
      router.get('/', [MessageTemplates, 'index']).as('message_templates.index')
      router.group(oneText).prefix('/:event/:channel/:locale')
    })
    .prefix('/metinler')
    .use(middleware.may('texts.word'))
}

function oneText() {
  router.get('/', [MessageTemplates, 'edit']).as('message_templates.edit')
  router.post('/', [MessageTemplates, 'update']).as('message_templates.update')
  router.post('/onizleme', [TemplatePreviews, 'store']).as('template_previews.store')
  router.post('/varsayilan', [TemplateDefaults, 'store']).as('template_defaults.store')
}
