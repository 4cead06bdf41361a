import { NEGATIVE, Petition, PrivacyNotice, type Kind } from '#intake'
import type { Officer, Unit } from '#organisation'
import { Answer, Contact, Stock, type Draft } from '#response'
import { Forwarding, Referral } from '#routing'
import { folded } from '#shared/folded_text'
import { answerText, reasonFor } from './answer_words.js'
import { inventedPetitioner } from './petitioners.js'
import type { Plan } from './plans.js'
import type { World } from './story.js'

type Act = () => Promise<unknown>

const AT_THE_DESK = ['desk', 'phone', 'publicDay']
/** Of ten answers of a unit about five grant what was asked for. */
const DECISIONS = [
  ...['granted', 'granted', 'granted', 'granted', 'granted'],
  ...['informed', 'informed', 'refused', 'refused'],
]

/** What people do with one petition, each act through the door that the product has for it. */
export class Acts {
  private constructor(
    private readonly petition: Petition,
    private readonly plan: Plan,
    private readonly world: World
  ) {}

  /** The petition comes in. */
  static async begin(plan: Plan, world: World) {
    const { cast, dice } = world
    const subject = cast.catalogue.subjectByCode(plan.subject)!
    const { id: authorityId } = cast.catalogue.authority
    const notice = await PrivacyNotice.current(authorityId, 'tr')
    const { petition } = await Petition.receive(
      {
        ...inventedPetitioner(dice),
        authorityId,
        channel: plan.channel,
        kind: kindOf(plan, subject.kind as Kind),
        text: plan.text,
        locale: 'tr',
        noticeVersion: notice.version,
        subject,
        complainedUnit: cast.catalogue.unitByCode(plan.complainedUnit) ?? null,
      },
      { officer: AT_THE_DESK.includes(plan.channel) ? dice.pick(cast.bureauOfficers) : undefined }
    )
    return new Acts(petition, plan, world)
  }

  /** All that happens to it, in order, up to where its plan ends. */
  course(): Act[] {
    const unit = this.usualUnit()
    if (this.plan.ending === 'received') return []
    if (unit?.isExternal) return [() => this.forward(unit)]
    return this.courseAt(unit ?? this.catalogue.bureau)
  }

  private courseAt(unit: Unit): Act[] {
    const refer = () => this.refer(unit)
    const begin = () => this.begin(unit)
    const submit = () => this.submit(unit)
    const approve = () => this.approve(unit)
    switch (this.plan.ending) {
      case 'returned':
        return [refer, () => this.giveBack(unit)]
      case 'routed':
        return [refer]
      case 'inProgress':
        return [refer, begin]
      case 'awaitingApproval':
        return [refer, begin, submit]
      default:
        return [...this.detour(unit), refer, begin, submit, ...this.secondTry(unit), approve]
    }
  }

  /** Now and then the wrong unit has it first. */
  private detour(unit: Unit): Act[] {
    const wrong = this.catalogue.unitByCode('YAZ')!
    if (unit.isBureau || unit.id === wrong.id || !this.world.dice.percent(6)) return []
    return [() => this.refer(wrong), () => this.giveBack(wrong, unit)]
  }

  /** Now and then the head wants it otherwise. */
  private secondTry(unit: Unit): Act[] {
    if (!this.world.dice.percent(8)) return []
    return [() => this.sendBack(unit), () => this.submit(unit)]
  }

  private async refer(unit: Unit) {
    const officer = this.world.dice.pick(this.world.cast.bureauOfficers)
    await this.read(officer)
    return Referral.make(this.petition, unit, officer)
  }

  /** Of an invented tip-off nothing gives anybody away. */
  private async read(officer: Officer) {
    const { kind, stage, text, place } = this.petition
    if (kind !== 'tipOff' || stage !== 'received') return
    const decided = [
      { thing: 'text', words: text },
      { thing: 'place', words: place },
    ] as const
    await this.petition.change((current, trx) => current.strike(decided, officer, trx))
  }

  private async forward(unit: Unit) {
    const { cast, dice } = this.world
    await this.read(cast.bureauOfficers[0]!)
    const documentNumber = `E-${dice.between(10_000, 99_999)}`
    const letter = { documentNumber, text: null }
    return Forwarding.make(this.petition, unit, dice.pick(cast.bureauOfficers), letter)
  }

  private async giveBack(unit: Unit, suggested: Unit | null = null) {
    const referral = await Referral.currentOf(this.petition)
    const reason = 'Konu birimimizin görev alanında değildir.'
    await referral.giveBack(this.world.cast.drafter(unit), reason, suggested)
  }

  /** The unit speaks with the petitioner; on a tip-off it does not know whom to call and writes. */
  private async begin(unit: Unit) {
    const drafter = this.world.cast.drafter(unit)
    if (this.petition.hidesPetitionerFrom(drafter)) {
      const draft = await Answer.draftFor(this.petition)
      return draft.write({ ...NOTHING, text: 'Yerinde inceleme yapılacak.' }, drafter)
    }
    const way = this.world.dice.percent(75) ? 'call' : 'visit'
    const note =
      way === 'call' ? 'Arandı, talebi dinlendi.' : 'Yerinde görüşüldü, durumu incelendi.'
    return Contact.make(this.petition, drafter, { way, result: 'reached', note })
  }

  private async submit(unit: Unit) {
    const answer = await Answer.draftFor(this.petition)
    await answer.submit(this.words(), this.world.cast.drafter(unit))
  }

  private async sendBack(unit: Unit) {
    const answer = await Answer.draftFor(this.petition)
    const reason = 'Başvuru sahibinin ne yapması gerektiği daha açık yazılsın.'
    await answer.sendBack(this.world.cast.head(unit), reason)
  }

  private async approve(unit: Unit) {
    const answer = await Answer.draftFor(this.petition)
    await answer.approve(this.world.cast.head(unit))
  }

  private words(): Draft {
    const outcome = this.outcome()
    const negative = NEGATIVE.includes(outcome)
    return {
      outcome,
      ground: outcome === 'inadmissible' ? this.ground() : null,
      text: answerText(this.plan.subject, outcome),
      reason: negative ? reasonFor(outcome) : null,
      remedy: negative ? new Stock('tr').remedy(this.petition.kind) : null,
    }
  }

  private outcome() {
    const unit = this.usualUnit()
    if (!unit) return 'inadmissible'
    return unit.isBureau ? 'informed' : this.world.dice.pick(DECISIONS)
  }

  private ground() {
    return this.plan.subject === 'diger.anlasilmayan' ? 'noDefiniteSubject' : 'courts'
  }

  private usualUnit() {
    const subject = this.catalogue.subjectByCode(this.plan.subject)
    return subject?.unitId ? this.catalogue.unit(subject.unitId) : null
  }

  private get catalogue() {
    return this.world.cast.catalogue
  }
}

/** Whoever asks for something must be answered by name, also where a subject mostly brings tip-offs. */
function kindOf({ complainedUnit, text }: Plan, usual: Kind): Kind {
  if (complainedUnit) return 'complaint'
  return usual === 'tipOff' && ASKS.test(folded(text)) ? 'request' : usual
}

const ASKS = /isti(yorum|yoruz)\b|talep ed/

const NOTHING: Draft = { outcome: null, ground: null, text: '', reason: null, remedy: null }
