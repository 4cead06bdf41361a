import { addedFor, FeeNotice, type Action, type Petition, type Step } from '#intake'
import { Catalogue } from '#organisation'
import { Forwarding } from '#routing'
import { Lira } from '#shared/typed/lira'
import { newest } from '#shared/database/newest'
import { GROUNDS, wordsOf } from '../extending/possible.ts'
import { Answer } from '../models/answer.ts'
import type { AnswerVersion } from '../models/answer_version.ts'
import { Contact } from '../models/contact.ts'
import { Stock } from '../stock.ts'
import type { Pressed } from './pressed.ts'

/** What happened to a petition since the page was made from which a form comes. */
export class News {
  static async of(petition: Petition, form: Pressed) {
    const [position = 0, version = 0] = (form.typed.seen ?? '').split('.').map(Number)
    const [{ rows: newer }, answer] = await Promise.all([
      newest(
        petition
          .related('steps')
          .query()
          .where('position', '>', position || 0),
        'position'
      ),
      Answer.newestOf(petition),
    ])
    const versions = answer
      ?.related('versions')
      .query()
      .where('version', '>', version || 0)
    const earlier = versions ? (await newest(versions, 'version')).rows : []
    return new News(petition, form, newer, answer, earlier, version || 0)
  }

  /** What `seen` says on a page: the newest step, and the answer's version. */
  static mark(petition: Petition, answer: Answer | null) {
    return `${petition.position}.${answer?.version ?? 0}`
  }

  private constructor(
    private readonly petition: Petition,
    private readonly form: Pressed,
    private readonly steps: Step[],
    private readonly answer: Answer | null,
    private readonly earlier: AnswerVersion[],
    private readonly seenAnswer: number
  ) {}

  /** Whether anybody else did something; one's own second tab is not somebody else. */
  get byOthers() {
    const { answer, earlier, seenAnswer, steps } = this
    const other = ({ officerId }: { officerId: number | null }) =>
      officerId !== this.form.officer.id
    if (steps.some(other)) return true
    if (!answer || answer.version <= seenAnswer) return false
    return answer.draftedBy !== this.form.officer.id || earlier.some(other)
  }

  /** Which sentence says so. */
  get how() {
    const { answer, form, seenAnswer } = this
    const isOther = seenAnswer > 0 && (answer?.version ?? 0) > seenAnswer
    if (form.action === 'approve' && isOther) return 'textChanged'
    return this.byOthers ? 'changed' : 'changedByYou'
  }

  /** Whether it is what this very form asks for: pressed twice, or sent from a second tab. */
  async isOurs() {
    const done = DONE[this.form.action]
    return done ? done(this) : false
  }

  own(kind: Step['kind']) {
    const { officer } = this.form
    return this.steps.find((step) => step.kind === kind && step.officerId === officer.id)
  }

  async wasReferred() {
    const { form } = this
    const step = this.own('referred')
    const catalogue = await Catalogue.of(this.petition.authorityId)
    const unit =
      form.action === 'answerHere' ? catalogue.bureau : catalogue.unitByCode(form.text('unit'))
    return step !== undefined && step.unitId === unit?.id && step.note === form.textOrNull('note')
  }

  async wasForwarded() {
    const { form, petition } = this
    const step = this.own('forwarded')
    const forwarding = step && (await Forwarding.findBy('petitionId', petition.id))
    const catalogue = await Catalogue.of(this.petition.authorityId)
    return (
      forwarding?.unitId === catalogue.unitByCode(form.text('unit'))?.id &&
      forwarding?.documentNumber === form.textOrNull('document_number') &&
      step!.publicText!.endsWith(form.text('text'))
    )
  }

  wasHanded(kind: 'handedOver' | 'handedBack', field: 'note' | 'reason') {
    return this.own(kind)?.note === this.form.text(field)
  }

  async wasContacted() {
    const { form, petition } = this
    if (!this.own('contacted') && !this.own('tried')) return false
    const made = await Contact.newestBy(form.officer, petition)
    return ['way', 'result', 'note'].every((field) => made?.[field as 'note'] === form.text(field))
  }

  wasDrafted() {
    const { answer, form } = this
    if (!answer || answer.version <= this.seenAnswer || !answer.says(form.draft())) return false
    if (form.submits) return answer.isBy(form.officer)
    return !answer.submittedAt && answer.draftedBy === form.officer.id
  }

  wasDecided(kind: 'concluded' | 'corrected') {
    const { answer, form } = this
    return Boolean(this.own(kind) && (!form.own.has('text') || answer?.says(form.draft())))
  }

  wasSentBack() {
    const words = this.form.text('reason') || new Stock('tr').onlyMarks
    return this.own('sentBack')?.note === words
  }

  wasMet() {
    const said = ['called', 'done'].map((field) => this.form.text(field))
    return this.own('urgencyMet')?.note === said.join('\n')
  }

  wasDecidedOn() {
    const granted = this.form.typed.intent !== 'refuse'
    return this.own(granted ? 'extended' : 'extensionRefused') !== undefined
  }

  wasLawExtended() {
    const step = this.own('legalExtended')
    return GROUNDS.some((one) => one === this.form.text('ground') && wordsOf(one) === step?.note)
  }

  wasProgressAsked() {
    return this.own('progressAsked') !== undefined
  }

  async wasFee() {
    const { petition, form } = this
    if (!this.own('feeAsked')) return false
    const fee = await FeeNotice.of(petition)
    return fee?.covers === form.text('covers') && fee.amount === Lira.parse(form.text('amount'))
  }

  async wasWrittenIn() {
    const { form, petition } = this
    if (!this.own('clarified')) return false
    return (await addedFor(petition, form.officer)).at(-1)?.text === form.text('words')
  }

  wasRead() {
    return this.own('addedRead') !== undefined
  }

  was(
    kind:
      | 'asked'
      | 'askedOn'
      | 'extensionAsked'
      | 'returned'
      | 'recalled'
      | 'unitNoted'
      | 'unitAsked'
      | 'unitReleased'
      | 'restricted'
      | 'restrictionLifted'
      | 'urgencySet',
    field = 'reason'
  ) {
    return this.own(kind)?.note === this.form.text(field)
  }
}

const DONE: Partial<Record<Action, (news: News) => boolean | Promise<boolean>>> = {
  refer: (news) => news.wasReferred(),
  answerHere: (news) => news.wasReferred(),
  forward: (news) => news.wasForwarded(),
  handOver: (news) => news.wasHanded('handedOver', 'note'),
  handBack: (news) => news.wasHanded('handedBack', 'reason'),
  ask: (news) => news.was('asked', 'question') || news.was('askedOn', 'question'),
  passOn: (news) => news.was('askedOn', 'question'),
  noteAnswer: (news) => news.wasWrittenIn(),
  stopWaiting: (news) => news.own('askingStopped') !== undefined,
  extend: (news) => news.was('extensionAsked'),
  decideExtension: (news) => news.wasDecidedOn(),
  extendLaw: (news) => news.wasLawExtended(),
  askFee: (news) => news.wasFee(),
  payFee: (news) => news.own('feePaid') !== undefined,
  readAdded: (news) => news.wasRead(),
  contact: (news) => news.wasContacted(),
  draft: (news) => news.wasDrafted(),
  approve: (news) => news.wasDecided('concluded'),
  correct: (news) => news.wasDecided('corrected'),
  sendBack: (news) => news.wasSentBack(),
  takeBack: (news) => news.own('takenBack') !== undefined,
  takeOver: (news) => news.own('takenOver') !== undefined,
  return: (news) => news.was('returned'),
  recall: (news) => news.was('recalled'),
  remind: (news) => news.was('unitNoted', 'note'),
  askUnit: (news) => news.was('unitAsked', 'question'),
  releaseUnit: (news) => news.was('unitReleased'),
  askProgress: (news) => news.wasProgressAsked(),
  restrict: (news) => news.was('restricted', 'why'),
  liftRestriction: (news) => news.was('restrictionLifted', 'why'),
  setUrgency: (news) => news.was('urgencySet', 'why'),
  meetUrgency: (news) => news.wasMet(),
  takeOn: (news) => news.own('takenOn') !== undefined,
}
