import {
  ACTIONS,
  Charge,
  isFeePayable,
  notFor,
  unmergeable,
  type Action,
  type FeeNotice,
  type LastDay,
  type Petition,
  type Question,
  type UnitQuestion,
} from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { allowed, isAtWork, isOftenReturned, isRestrictable, levelsFor } from '#routing'
import { proposedDay, type Ways } from '#routing'
import { isAskable } from '../clarifying/askable.ts'
import { isExtendable, isFeeAskable, isLawExtendable } from '../extending/possible.ts'
import type { Answer } from '../models/answer.ts'
import type { Extension } from '../models/extension.ts'
import { mayApprove, ownDraftRule } from '../own_draft.ts'

/** What else decides it. */
interface Around {
  catalogue: Catalogue
  ways: Ways
  /** what whoever brought it was asked, the first one first */
  asked: readonly Question[]
  days: Awaited<ReturnType<typeof LastDay.of>>
  extension: Extension | null
  questions: readonly UnitQuestion[]
  fee: FeeNotice | null
}

/** Kinds that complain about somebody even where the form does not say about whom. */
const ABOUT_SOMEBODY = ['complaint', 'tipOff']

function namedFirst(actions: readonly Action[]) {
  return actions.toSorted((one, other) => Number(other === 'name') - Number(one === 'name'))
}

/** What this officer can do with the petition now, with which units, and why something is missing. */
export function doable(
  petition: Petition,
  answer: Answer | null,
  officer: Officer,
  { catalogue, ways, asked, days, extension, questions, fee }: Around
) {
  const charge = new Charge(petition, catalogue)
  const may = (action: Action) => petition.allows(action, officer, charge)
  const often = isOftenReturned(petition)
  const ownDraft = may('approve') && !(answer && mayApprove(answer, officer, catalogue.authority))
  const isShut = (id: number) => {
    const unit = catalogue.unit(id)
    return unit.isExternal
      ? id === petition.complainedUnitId
      : notFor(petition, unit, catalogue) !== null
  }
  const impossible: Partial<Record<Action, boolean>> = {
    strike: petition.kind !== 'tipOff',
    handOver: ways.to.length === 0,
    handBack: ways.back === null,
    answerHere: notFor(petition, catalogue.bureau, catalogue) !== null,
    refer: ['naming', 'above'].includes(petition.decider),
    askUnit: ['naming', 'above'].includes(petition.decider),
    forward: petition.decider === 'above' && ways.to.length > 0,
    name:
      !ABOUT_SOMEBODY.includes(petition.kind) &&
      !petition.complainedName &&
      !petition.complainedUnitId,
    passOn: !asked.at(-1)?.isPending,
    ask: !isAskable(petition, asked),
    noteAnswer: !petition.isOpen || !asked.at(-1)?.isOpen || petition.hidesPetitionerFrom(officer),
    stopWaiting: !asked.at(-1)?.isOpen,
    extend: !isExtendable(petition, days, extension),
    decideExtension: extension === null,
    extendLaw: !isLawExtendable(petition, days, catalogue.rules),
    releaseUnit: !questions.some((one) => one.isOpen && one.isPart),
    askProgress: questions.some((one) => one.isOpen && !one.isPart),
    askFee: !isFeeAskable(petition, days, fee),
    payFee: !isFeePayable(fee),
    readAdded: petition.unreadBy !== 'charge',
    contact: petition.hidesPetitionerFrom(officer),
    approve: ownDraft,
    takeBack: !answer?.isBy(officer),
    takeOver: !answer || answer.isBy(officer),
    restrict: !isRestrictable(petition),
    liftRestriction: !petition.isRestricted,
    setUrgency: !petition.isOpen || levelsFor(petition).length === 0,
    meetUrgency: petition.urgency === 'ordinary',
    takeOn: Boolean(petition.assigneeId),
    recognise: petition.hidesPetitionerFrom(officer),
    speak: petition.hidesPetitionerFrom(officer),
    merge: unmergeable(petition) !== null || petition.hidesPetitionerFrom(officer),
    // Both stand on one page.
    decideInterim: may('inform'),
    replaceAnswer: petition.outcome === 'forwarded',
    decideReplacement: may('replaceAnswer') || petition.outcome === 'forwarded',
  }
  const actions = ACTIONS.filter(
    (action) => allowed(petition, action, officer, charge) && !impossible[action]
  )
  return {
    // Before a complaint about somebody goes anywhere, the desk says whom it means.
    actions: petition.decider === 'naming' ? namedFirst(actions) : actions,
    /** whether it was forwarded and this officer follows it */
    follows: petition.outcome === 'forwarded' && petition.mayDo('forward', officer),
    levels: levelsFor(petition),
    /** by when a unit is asked where no day is typed */
    askedDay: proposedDay(petition, catalogue.calendar),
    ownDraft: ownDraft && ownDraftRule(officer),
    isOwn: petition.isOwnOf(officer),
    chiefDecides: often && may('refer') && !allowed(petition, 'refer', officer, charge),
    lastCharge: often && may('return'),
    lastAuthority: ways.isLast && may('handOver'),
    authorities: ways.to.map(({ code, name }) => ({ code, name })),
    back: ways.back?.name ?? null,
    units: catalogue.units.map(({ id, code, name, kind }) => ({
      code,
      name,
      kind,
      disabled: isShut(id) || isAtWork(petition, { id }, charge),
    })),
  }
}
