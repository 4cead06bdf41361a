import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Assistants, DraftProposals, ProposalConfirmations } = controllers.response
const { WaveAnswers, Waves, WaveStops } = controllers.response
const { AnswerChecks, AnswerExamples, AnswerReplacements, ExampleInsertions, Wants } =
  controllers.response
const { Answers, ApprovalLots, Approvals, Awaited, TakeBacks, TakeOvers } = controllers.response
const { Cards, ContactPlans, Contacts, Corrections, Forwardings } = controllers.response
const { AnswerVersions, DraftSittings, InterimAnswers, OfferedTexts, ReadyTexts } =
  controllers.response
const { Commitments, DirectiveAnswers, Directives, ObjectionDecisions, SampleCalls } =
  controllers.response
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
  LetterPapers,
  Letters,
  Loads,
  Neighbours,
  PlanOutcomes,
  ProgressQuestions,
  QuestionAnswers,
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
  VisitRounds,
  WaysOn,
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
  router
    .group(() => {
      router.get('/sozler', [Commitments, 'index']).as('commitments.index')
      router.get('/gorusmeler', [ContactPlans, 'index']).as('contact_plans.index')
      router.get('/ziyaretler', [VisitRounds, 'show']).as('visit_rounds.show')
      router.post('/ziyaretler', [VisitRounds, 'store']).as('visit_rounds.store')
    })
    .prefix('/birim')
    .use(middleware.may('inbox.see'))
  router
    .get('/talimatlar', [Directives, 'index'])
    .as('directives.index')
    .use(middleware.may('register.see'))
  router
    .group(() => {
      router.get('/', [Directives, 'create']).as('directives.create')
      router.post('/', [Directives, 'store']).as('directives.store')
    })
    .prefix('/talimatlar/yeni')
    .use(middleware.may('directive.give'))
  router
    .get('/itirazlar', [ObjectionDecisions, 'index'])
    .as('objection_decisions.index')
    .use(middleware.may('objection.decide'))
  router
    .group(() => {
      router.get('/', [SampleCalls, 'index']).as('sample_calls.index')
      router.get('/:id', [SampleCalls, 'edit']).where('id', ID).as('sample_calls.edit')
      router.post('/:id', [SampleCalls, 'update']).where('id', ID).as('sample_calls.update')
    })
    .prefix('/masa/aramalar')
    .use(middleware.may('petitioner.reach'))
  router
    .get('/masa/beklenenler', [Awaited, 'index'])
    .as('awaited.index')
    .use(middleware.may('queue.see'))
  router
    .group(() => {
      router.get('/', [ApprovalLots, 'index']).as('approval_lots.index')
      router.get('/:number', [ApprovalLots, 'show']).as('approval_lots.show')
      router.post('/:number', [ApprovalLots, 'store']).as('approval_lots.store')
    })
    .where('number', /^\d{10}$/)
    .prefix('/birim/onay')
    .use(middleware.may('answer.approve'))
}

/** Dalgalar: petitions that say the same, and the one answer to them. */
export function waves() {
  router
    .group(() => {
      router.get('/', [Waves, 'index']).as('waves.index')
      router.get('/:id', [Waves, 'show']).as('waves.show')
      router.post('/:id', [WaveAnswers, 'store']).as('wave_answers.store')
      router
        .post('/:id/onay', [WaveAnswers, 'update'])
        .as('wave_answers.update')
        .use(middleware.may('answer.approve'))
      router
        .post('/:id/geri', [WaveAnswers, 'destroy'])
        .as('wave_answers.destroy')
        .use(middleware.may('answer.approve'))
      router
        .post('/:id/durdurma', [WaveStops, 'store'])
        .as('wave_stops.store')
        .use(middleware.may('answer.approve'))
      router
        .post('/:id/devam', [WaveStops, 'destroy'])
        .as('wave_stops.destroy')
        .use(middleware.may('answer.approve'))
    })
    .where('id', ID)
    .prefix('/birim/dalgalar')
    .use(middleware.may('inbox.see'))
}

/** Released answers, for answers to come. */
export function answerExamples() {
  router
    .group(() => {
      router.get('/', [AnswerExamples, 'index']).as('answer_examples.index')
      router.get('/:number', [AnswerExamples, 'create']).as('answer_examples.create')
      router.post('/:number', [AnswerExamples, 'store']).as('answer_examples.store')
      router.post('/:id/geri', [AnswerExamples, 'destroy']).as('answer_examples.destroy')
    })
    .where('number', /^\d{10}$/)
    .where('id', ID)
    .prefix('/birim/ornekler')
    .use(middleware.may('answer.approve'))
}

/** The house's own model, for the IT officer. */
export function assistant() {
  router
    .get('/taslak-yardimcisi', [Assistants, 'show'])
    .as('assistants.show')
    .use(middleware.may('gateways.see'))
}

/** Hazır metinler: what an authority keeps for its answers. */
export function readyTexts() {
  router
    .group(() => {
      router.get('/', [ReadyTexts, 'index']).as('ready_texts.index')
      router.get('/yeni', [ReadyTexts, 'create']).as('ready_texts.create')
      router.post('/yeni', [ReadyTexts, 'store']).as('ready_texts.store')
      router.get('/:id', [ReadyTexts, 'edit']).where('id', ID).as('ready_texts.edit')
      router.post('/:id', [ReadyTexts, 'update']).where('id', ID).as('ready_texts.update')
    })
    .prefix('/hazir-metinler')
    .use(middleware.may('texts.word'))
}

/** An officer's page of one petition, and each form that stands on it. */
export function card() {
  router.get('/', [Cards, 'show']).as('cards.show')
  router.get('/gunler', [LastDays, 'show']).as('last_days.show')
  router.get('/mektup', [Letters, 'show']).as('letters.show')
  router.get('/mektup/pdf', [LetterPapers, 'show']).as('letter_papers.show')
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
  router.post('/beklemeyi-bitir', [Questions, 'destroy']).as('questions.destroy')
  router.post('/soru-cevabi', [QuestionAnswers, 'store']).as('question_answers.store')
  router.post('/uzatma', [Extensions, 'store']).as('extensions.store')
  router.post('/uzatma-karari', [Extensions, 'update']).as('extensions.update')
  router.post('/kanuni-uzatma', [LawExtensions, 'store']).as('law_extensions.store')
  router.post('/ucret', [FeeNotices, 'store']).as('fee_notices.store')
  router.post('/ucret-odendi', [FeeNotices, 'update']).as('fee_notices.update')
  router.get('/gise/:check', [CounterTalks, 'create']).where('check', ID).as('counter_talks.create')
  router.post('/gise/:check', [CounterTalks, 'store']).where('check', ID).as('counter_talks.store')
  router.post('/okundu', [Readings, 'store']).as('readings.store')
  router.post('/gorusme', [Contacts, 'store']).as('contacts.store')
  router.get('/plan', [ContactPlans, 'create']).as('contact_plans.create')
  router.post('/plan', [ContactPlans, 'store']).as('contact_plans.store')
  router.post('/plan/:plan', [ContactPlans, 'update']).where('plan', ID).as('contact_plans.update')
  router
    .post('/plan/:plan/iptal', [ContactPlans, 'destroy'])
    .where('plan', ID)
    .as('contact_plans.destroy')
  router
    .post('/plan/:plan/sonuc', [PlanOutcomes, 'store'])
    .where('plan', ID)
    .as('plan_outcomes.store')
  router.post('/ulasilamiyor', [WaysOn, 'store']).as('ways_on.store')
  router.post('/cevap', [Answers, 'store']).as('answers.store')
  router.get('/onay', [Approvals, 'show']).as('approvals.show')
  router.post('/cevap/denetim', [AnswerChecks, 'store']).as('answer_checks.store')
  router.post('/cevap/ornekler', [ExampleInsertions, 'store']).as('example_insertions.store')
  router.post('/cevap/oneri', [DraftProposals, 'store']).as('draft_proposals.store')
  router
    .post('/cevap/okunan-oneri', [ProposalConfirmations, 'store'])
    .as('proposal_confirmations.store')
  router.get('/cevap/istenenler', [Wants, 'show']).as('wants.show')
  router.post('/cevap/istenenler', [Wants, 'update']).as('wants.update')
  router.post('/cevap/taslak', [DraftSittings, 'store']).as('draft_sittings.store')
  router.post('/cevap/taslak/sil', [DraftSittings, 'destroy']).as('draft_sittings.destroy')
  router.get('/cevap/metinler', [AnswerVersions, 'index']).as('answer_versions.index')
  router.get('/cevap/hazir-metinler', [OfferedTexts, 'index']).as('offered_texts.index')
  router.post('/cevap/hazir-metinler', [OfferedTexts, 'store']).as('offered_texts.store')
  router.get('/ara-cevap', [InterimAnswers, 'create']).as('interim_answers.create')
  router.post('/ara-cevap', [InterimAnswers, 'store']).as('interim_answers.store')
  router.post('/ara-cevap/karar', [InterimAnswers, 'update']).as('interim_answers.update')
  router
    .group(() => {
      router.get('/', [AnswerReplacements, 'create']).as('answer_replacements.create')
      router.post('/', [AnswerReplacements, 'store']).as('answer_replacements.store')
      router.post('/karar', [AnswerReplacements, 'update']).as('answer_replacements.update')
    })
    .prefix('/cevap-duzeltme')
  router.post('/onay', [Approvals, 'store']).as('approvals.store')
  commitments()
  directiveAnswers()
  router.get('/itiraz', [ObjectionDecisions, 'show']).as('objection_decisions.show')
  router.post('/itiraz', [ObjectionDecisions, 'store']).as('objection_decisions.store')
  router.post('/onaydan-al', [TakeBacks, 'store']).as('take_backs.store')
  router.post('/devral', [TakeOvers, 'store']).as('take_overs.store')
  router.post('/metin', [Corrections, 'store']).as('corrections.store')
  router.post('/duzeltme', [Revisions, 'store']).as('revisions.store')
  router.get('/siradaki', [Neighbours, 'show']).as('neighbours.show')
  router.post('/uzerine-al', [Assignments, 'store']).as('assignments.store')
  router.get('/gorevli', [Assignments, 'edit']).as('assignments.edit')
  router.post('/gorevli', [Assignments, 'update']).as('assignments.update')
}

/** What an answer promises for later; who may is asked of the petition. */
function commitments() {
  router.get('/soz', [Commitments, 'create']).as('commitments.create')
  router.post('/soz', [Commitments, 'store']).as('commitments.store')
  router
    .group(() => {
      router.get('/', [Commitments, 'edit']).as('commitments.edit')
      router.post('/', [Commitments, 'update']).as('commitments.update')
      router.post('/sil', [Commitments, 'destroy']).as('commitments.destroy')
    })
    .prefix('/soz/:promise')
    .where('promise', ID)
}

/** What a manager wants done with a petition; who answers is asked of the directive. */
function directiveAnswers() {
  router
    .group(() => {
      router.get('/', [DirectiveAnswers, 'create']).as('directive_answers.create')
      router.post('/', [DirectiveAnswers, 'store']).as('directive_answers.store')
      router.post('/bitti', [DirectiveAnswers, 'destroy']).as('directive_answers.destroy')
    })
    .prefix('/talimat/:directive')
    .where('directive', ID)
}
