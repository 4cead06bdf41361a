/**
 * The product's table of contents. Each module's pages stand in a file of its own beside this one, with
 * the permission that each needs. Without one are citizens' pages; one's own, for whoever is signed in;
 * a petition's card and messages, for whoever sees the petition, where `CardForm` asks what each button
 * needs. Addresses are Turkish, code is English.
 */
import router from '@adonisjs/core/services/router'
import { CODE } from '#organisation'
import { middleware } from '#start/kernel'
import * as administration from '#start/routes/administration'
import * as house from '#start/routes/house'
import * as insight from '#start/routes/insight'
import * as intake from '#start/routes/intake'
import * as notification from '#start/routes/notification'
import * as organisation from '#start/routes/organisation'
import * as response from '#start/routes/response'
import * as routing from '#start/routes/routing'

house.styles()

/** What a citizen opens: no session, no cookie, nothing written by a GET. English under /en. */
router.group(intake.citizensPages).use(middleware.ownForm())
router.group(intake.citizensPages).prefix('/en').as('en').use(middleware.ownForm())

/** The waiting room's machine, which has an address of its own. */
router.group(intake.kiosk).use(middleware.ownForm())
router.group(intake.kiosk).prefix('/en').as('en').use(middleware.ownForm())

/** All that there is before the first authority. */
router.group(administration.settingUp).use(middleware.ownForm())
router.group(administration.settingUp).prefix('/en').as('en').use(middleware.ownForm())

/** What machines call. */
notification.reports()

/** The door to everything below. */
router
  .group(organisation.signingIn)
  .use([middleware.ownForm('foreign'), middleware.session(), middleware.auth()])

/** Behind the sign-in. */
router
  .group(() => {
    organisation.ownPages()
    intake.desk()
    intake.waitingRoom()
    routing.readBacks()
    routing.queue()
    routing.handovers()
    routing.forwardingList()
    routing.publicDays()
    response.inbox()
    response.answerExamples()
    response.waves()
    response.readyTexts()
    response.assistant()
    router
      .group(() => {
        response.card()
        routing.forwarding()
        intake.attachments()
        intake.onlookers()
        intake.papers()
        intake.strikings()
        intake.amendments()
        intake.merges()
        notification.messages()
      })
      .prefix('/dosya/:number')
      .where('number', /^\d{10}$/)
    notification.missed()
    notification.letters()
    intake.register()
    intake.mailAccount()
    notification.gateways()
    insight.figures()
    notification.texts()
    administration.pages()
  })
  .use([
    // Before the session, whose cookie would put out a living one: a browser keeps its own at home
    // (SameSite) when another site posts, and takes the new one.
    middleware.ownForm('foreign'),
    middleware.session(),
    middleware.auth(),
    middleware.staff(),
    middleware.csrf(),
    middleware.capacity(),
  ])

/** The same, for what comes with a file: it is read once it is known whose it is, before the token in it. */
router
  .group(administration.uploads)
  .use([
    middleware.ownForm('foreign'),
    middleware.session(),
    middleware.auth(),
    middleware.staff(),
    middleware.may('lists.import'),
    middleware.upload(),
    middleware.csrf(),
    middleware.capacity(),
  ])

/** The same, of those who write down what others bring: what was typed is kept when a session has ended. */
router
  .group(intake.deskFiles)
  .use([
    middleware.ownForm('foreign'),
    middleware.session(),
    middleware.auth(),
    middleware.arrivals(),
    middleware.staff(),
    middleware.may('petition.receive'),
    middleware.csrf(),
    middleware.capacity(),
  ])

/** The same of a petition's card, where whoever sees it is asked what they may add. */
router
  .group(intake.cardFiles)
  .use([
    middleware.ownForm('foreign'),
    middleware.session(),
    middleware.auth(),
    middleware.arrivals(),
    middleware.staff(),
    middleware.csrf(),
    middleware.capacity(),
  ])

/**
 * The same of one office by its code, where several stand on one server: /edremit, /en/edremit/basvuru.
 * Last: whatever word stands above is no code.
 */
router.group(officesPages).prefix('/:office').as('office')
router.group(officesPages).prefix('/en/:office').as('en.office')

function officesPages() {
  router.group(intake.citizensPages).where('office', CODE).use(middleware.ownForm())
}
