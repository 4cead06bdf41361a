import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const {
  Accesses,
  Calendar,
  Changes,
  DeadlineRules,
  Exports,
  Holidays,
  Imports,
  HeadingClosings,
  HeadingMoves,
  Headings,
  Overviews,
} = controllers.administration
const { Addresses, SubjectClosings, SubjectMergers, SubjectMoves, Subjects, UnitClosings, Units } =
  controllers.administration
const { Leavings, Officers, OfficerSessions, OfficerSlips, OfficerUnlocks } =
  controllers.administration
const { NeighbourhoodClosings, Neighbourhoods, NoticePreviews, Offices } =
  controllers.administration
const { QuestionClosings, QuestionMoves, SubjectQuestions } = controllers.administration
const { ReminderRules } = controllers.administration
const { RoutingRules, RuleSwitchings, RuleTrials } = controllers.administration
const { PrivacyNotices, Setups, SubstitutionEndings, Substitutions } = controllers.administration

/** Yönetim: an authority kept by the people who work there. */
export function pages() {
  router
    .group(() => {
      router
        .get('/', [Overviews, 'show'])
        .as('administration.index')
        .use(middleware.may('administration.see'))
      router
        .group(() => {
          router.get('/adresler', [Addresses, 'edit']).as('addresses.edit')
          router.post('/adresler', [Addresses, 'update']).as('addresses.update')
        })
        .use(middleware.may('hosts.manage'))
      router
        .get('/degisiklikler', [Changes, 'index'])
        .as('changes.index')
        .use(middleware.may('changes.see'))
      router
        .get('/erisimler', [Accesses, 'index'])
        .as('accesses.index')
        .use(middleware.may('accesses.see'))
      router.group(units).use(middleware.may('units.manage'))
      router.group(subjects).use(middleware.may('subjects.manage'))
      router.group(questions).use(middleware.may('subjects.manage'))
      router.group(rules).prefix('/kurallar').use(middleware.may('rules.manage'))
      officers()
      router.group(substitutes).prefix('/vekalet').use(middleware.may('substitutes.name'))
      router.group(calendar).prefix('/takvim').use(middleware.may('calendar.manage'))
      router.group(office).prefix('/makam')
      router.group(places).prefix('/mahalleler').use(middleware.may('authority.manage'))
    })
    .prefix('/yonetim')
  router.group(files).prefix('/yonetim').use(middleware.may('lists.import'))
}

function units() {
  router.get('/birimler', [Units, 'index']).as('units.index')
  router.get('/birimler/yeni', [Units, 'create']).as('units.create')
  router.post('/birimler', [Units, 'store']).as('units.store')
  router.get('/birimler/:id', [Units, 'edit']).as('units.edit')
  router.post('/birimler/:id', [Units, 'update']).as('units.update')
  router.post('/birimler/:id/kapat', [UnitClosings, 'store']).as('unit_closings.store')
  router.post('/birimler/:id/ac', [UnitClosings, 'destroy']).as('unit_closings.destroy')
}

function subjects() {
  router.get('/konular', [Subjects, 'index']).as('subjects.index')
  router.get('/konular/yeni', [Subjects, 'create']).as('subjects.create')
  router.post('/konular', [Subjects, 'store']).as('subjects.store')
  router.get('/konular/:id', [Subjects, 'edit']).as('subjects.edit')
  router.post('/konular/:id', [Subjects, 'update']).as('subjects.update')
  router.post('/konular/:id/sira', [SubjectMoves, 'store']).as('subject_moves.store')
  router.post('/konular/:id/kapat', [SubjectClosings, 'store']).as('subject_closings.store')
  router.post('/konular/:id/ac', [SubjectClosings, 'destroy']).as('subject_closings.destroy')
  router.post('/konular/:id/birlestir', [SubjectMergers, 'store']).as('subject_mergers.store')
  router.get('/basliklar/yeni', [Headings, 'create']).as('headings.create')
  router.post('/basliklar/yeni', [Headings, 'store']).as('headings.store')
  router.get('/basliklar/:id', [Headings, 'edit']).as('headings.edit')
  router.post('/basliklar/:id', [Headings, 'update']).as('headings.update')
  router.post('/basliklar/:id/sira', [HeadingMoves, 'store']).as('heading_moves.store')
  router.post('/basliklar/:id/kapat', [HeadingClosings, 'store']).as('heading_closings.store')
  router.post('/basliklar/:id/ac', [HeadingClosings, 'destroy']).as('heading_closings.destroy')
}

/** Konu soruları: what is asked of whoever chooses a subject. */
function questions() {
  router.get('/konular/:id/sorular', [SubjectQuestions, 'create']).as('subject_questions.create')
  router.post('/konular/:id/sorular', [SubjectQuestions, 'store']).as('subject_questions.store')
  router.get('/sorular/:id', [SubjectQuestions, 'edit']).as('subject_questions.edit')
  router.post('/sorular/:id', [SubjectQuestions, 'update']).as('subject_questions.update')
  router.post('/sorular/:id/sira', [QuestionMoves, 'store']).as('question_moves.store')
  router.post('/sorular/:id/kapat', [QuestionClosings, 'store']).as('question_closings.store')
  router.post('/sorular/:id/ac', [QuestionClosings, 'destroy']).as('question_closings.destroy')
}

/** Yönlendirme kuralları. */
function rules() {
  router.get('/', [RoutingRules, 'index']).as('routing_rules.index')
  router.post('/', [RoutingRules, 'store']).as('routing_rules.store')
  router.get('/yeni', [RoutingRules, 'create']).as('routing_rules.create')
  router.get('/:id', [RoutingRules, 'edit']).as('routing_rules.edit')
  router.post('/:id', [RoutingRules, 'update']).as('routing_rules.update')
  router.get('/:id/deneme', [RuleTrials, 'show']).as('rule_trials.show')
  router.post('/:id/deneme', [RuleTrials, 'store']).as('rule_trials.store')
  router.post('/:id/ac', [RuleSwitchings, 'store']).as('rule_switchings.store')
  router.post('/:id/kapat', [RuleSwitchings, 'destroy']).as('rule_switchings.destroy')
}

/** Görevliler. */
function officers() {
  router
    .group(() => {
      router.get('/', [Officers, 'index']).as('officers.index')
      router.post('/', [Officers, 'store']).as('officers.store')
      router.get('/yeni', [Officers, 'create']).as('officers.create')
      router.get('/:id', [Officers, 'show']).as('officers.show')
      router.get('/:id/duzenle', [Officers, 'edit']).as('officers.edit')
      router.post('/:id/duzenle', [Officers, 'update']).as('officers.update')
      router.post('/:id/parola', [OfficerSlips, 'store']).as('officer_slips.store')
      router.get('/:id/fis/:slip', [OfficerSlips, 'show']).as('officer_slips.show')
      router.post('/:id/kilit', [OfficerUnlocks, 'store']).as('officer_unlocks.store')
      router.post('/:id/oturumlar', [OfficerSessions, 'destroy']).as('officer_sessions.destroy')
      router.get('/:id/ayrilis', [Leavings, 'create']).as('leavings.create')
      router.post('/:id/ayrilis', [Leavings, 'store']).as('leavings.store')
      router.post('/:id/donus', [Leavings, 'destroy']).as('leavings.destroy')
    })
    .prefix('/gorevliler')
    .use(middleware.may('officers.manage'))
}

/** Vekâletler. */
function substitutes() {
  router.get('/', [Substitutions, 'index']).as('substitutions.index')
  router.post('/', [Substitutions, 'store']).as('substitutions.store')
  router.get('/yeni', [Substitutions, 'create']).as('substitutions.create')
  router.get('/:id', [Substitutions, 'show']).as('substitutions.show')
  router.post('/:id/bitir', [SubstitutionEndings, 'store']).as('substitution_endings.store')
}

/** Lists out of a file and into one; which of them, by what somebody keeps. */
function files() {
  router.get('/dosyadan', [Imports, 'index']).as('imports.index')
  router.get('/dosyadan/:token', [Imports, 'show']).as('imports.show')
  router.post('/dosyadan/:token', [Imports, 'update']).as('imports.update')
  router.post('/dosyadan/:token/geri-al', [Imports, 'destroy']).as('imports.destroy')
  router.get('/dosyaya/:list/:format', [Exports, 'show']).as('exports.show')
}

/** A form with a file. */
export function uploads() {
  router.post('/yonetim/dosyadan', [Imports, 'store']).as('imports.store')
}

/** Days off and the rules of the clocks. */
function calendar() {
  router.get('/', [Calendar, 'index']).as('calendar.index')
  router.get('/gun', [Holidays, 'create']).as('holidays.create')
  router.post('/gun', [Holidays, 'store']).as('holidays.store')
  router
    .group(() => {
      router.get('/', [Holidays, 'edit']).as('holidays.edit')
      router.post('/', [Holidays, 'update']).as('holidays.update')
      router.post('/kaldir', [Holidays, 'destroy']).as('holidays.destroy')
    })
    .prefix('/gun/:id')
    .where('id', /^\d{1,9}$/)
  router
    .group(() => {
      router.get('/', [DeadlineRules, 'edit']).as('deadline_rules.edit')
      router.post('/', [DeadlineRules, 'update']).as('deadline_rules.update')
      router.post('/birak', [DeadlineRules, 'destroy']).as('deadline_rules.destroy')
    })
    .prefix('/sure/:clock/:kind')
  router
    .group(() => {
      router.get('/', [ReminderRules, 'edit']).as('reminder_rules.edit')
      router.post('/', [ReminderRules, 'update']).as('reminder_rules.update')
      router.post('/birak', [ReminderRules, 'destroy']).as('reminder_rules.destroy')
    })
    .prefix('/hatirlatma/:clock')
}

/** The authority itself. */
function office() {
  router
    .group(() => {
      router.get('/', [Offices, 'show']).as('offices.show')
      router.post('/', [Offices, 'update']).as('offices.update')
      router.group(notice).prefix('/aydinlatma')
    })
    .use(middleware.may('authority.manage'))
}

function notice() {
  router.get('/', [PrivacyNotices, 'edit']).as('privacy_notices.edit')
  router.post('/', [PrivacyNotices, 'update']).as('privacy_notices.update')
  router.post('/onizleme', [NoticePreviews, 'store']).as('notice_previews.store')
  router
    .get('/:version', [PrivacyNotices, 'show'])
    .where('version', /^\d{1,6}$/)
    .as('privacy_notices.show')
}

/** Its neighbourhoods and villages. */
function places() {
  router.get('/', [Neighbourhoods, 'index']).as('neighbourhoods.index')
  router.post('/', [Neighbourhoods, 'store']).as('neighbourhoods.store')
  router.get('/:id', [Neighbourhoods, 'edit']).as('neighbourhoods.edit')
  router.post('/:id', [Neighbourhoods, 'update']).as('neighbourhoods.update')
  router.post('/:id/kapat', [NeighbourhoodClosings, 'store']).as('neighbourhood_closings.store')
  router.post('/:id/ac', [NeighbourhoodClosings, 'destroy']).as('neighbourhood_closings.destroy')
}

/** Kurulum: the first authority of an installation. */
export function settingUp() {
  router.get('/kurulum', [Setups, 'show']).as('setups.show')
  router.post('/kurulum/sozcuk', [Setups, 'create']).as('setups.create')
  router.post('/kurulum', [Setups, 'store']).as('setups.store')
}
