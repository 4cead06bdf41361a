import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const { Accounts, OwnIdentities, OwnSessions, OwnSubstitutions, PasswordLinks } =
  controllers.organisation
const { Passwords, Preferences, Resumptions, Sessions, SignOuts, StandIns } =
  controllers.organisation

/** The door to everything behind the sign-in. */
export function signingIn() {
  router.get('/giris', [Sessions, 'create']).as('sessions.create')
  router.post('/giris', [Sessions, 'store']).as('sessions.store')
  router.get('/parola/:token', [PasswordLinks, 'edit']).as('password_links.edit')
  router.post('/parola/:token', [PasswordLinks, 'update']).as('password_links.update')
}

/** What everybody has who is signed in: a way out, a way on, a page of one's own. */
export function ownPages() {
  router.post('/cikis', [Sessions, 'destroy']).as('sessions.destroy')
  router.post('/cikis/her-yerde', [SignOuts, 'store']).as('sign_outs.store')
  router.get('/devam', [Resumptions, 'show']).as('resumptions.show')
  router.get('/hesap', [Accounts, 'show']).as('accounts.show')
  router.post('/hesap', [Accounts, 'update']).as('accounts.update')
  router.get('/hesap/parola', [Passwords, 'edit']).as('passwords.edit')
  router.post('/hesap/parola', [Passwords, 'update']).as('passwords.update')
  router.get('/hesap/kimlik', [OwnIdentities, 'edit']).as('own_identities.edit')
  router.post('/hesap/kimlik', [OwnIdentities, 'update']).as('own_identities.update')
  router.post('/hesap/oturum', [OwnSessions, 'destroy']).as('own_sessions.destroy')
  router.get('/hesap/vekil', [OwnSubstitutions, 'index']).as('own_substitutions.index')
  router.post('/hesap/vekil', [OwnSubstitutions, 'store']).as('own_substitutions.store')
  router
    .post('/hesap/vekil/:id/bitir', [OwnSubstitutions, 'destroy'])
    .as('own_substitutions.destroy')
  router.post('/vekaleten', [StandIns, 'store']).as('stand_ins.store')
  router.post('/vekaleten/birak', [StandIns, 'destroy']).as('stand_ins.destroy')
  router.post('/tercih', [Preferences, 'store']).as('preferences.store')
}
