import { ACTIONS, Charge, isFeePayable } from '#intake'
import type { Action, FeeNotice, LastDay, Petition, Question } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { allowed, isAtWork, isOftenReturned, isRestrictable, levelsFor, type Ways } from '#routing'
import { isAskedThroughDesk } from '../asking.ts'
import { isExtendable, isFeeAskable, isLawExtendable } from '../extending/possible.ts'
import type { Answer } from '../models/answer.ts'
import type { Extension } from '../models/extension.ts'
import { mayApprove, ownDraftRule } from '../own_draft.ts'

/** What else decides it. */
interface Around {
  catalogue: Catalogue
  ways: Ways
  question: Question | null
  days: Awaited<ReturnType<typeof LastDay.of>>
  extension: Extension | null
  fee: FeeNotice | null
}

/** What this officer can do with the petition now, with which units, and why something is missing. */
export function doable(
  petition: Petition,
  answer: Answer | null,
  officer: Officer,
  { catalogue, ways, question, days, extension, fee }: Around
) {
  const charge = new Charge(petition, catalogue)
  const may = (action: Action) => petition.allows(action, officer, charge)
  const often = isOftenReturned(petition)
  const ownDraft = may('approve') && !(answer && mayApprove(answer, officer, catalogue.authority))
  const impossible: Partial<Record<Action, boolean>> = {
    strike: petition.kind !== 'tipOff',
    handOver: ways.to.length === 0,
    handBack: ways.back === null,
    answerHere: petition.complainedUnitId === catalogue.bureau.id,
    passOn: !question?.isPending,
    ask: !isAskedThroughDesk(petition, question),
    extend: !isExtendable(petition, days, extension),
    decideExtension: extension === null,
    extendLaw: !isLawExtendable(petition, days, catalogue.rules),
    askFee: !isFeeAskable(petition, days, fee),
    payFee: !isFeePayable(fee),
    readAdded: petition.unreadBy !== 'charge',
    contact: petition.hidesPetitionerFrom(officer),
    approve: ownDraft,
    restrict: !isRestrictable(petition),
    liftRestriction: !petition.isRestricted,
    setUrgency: !petition.isOpen || levelsFor(petition).length === 0,
    meetUrgency: petition.urgency === 'ordinary',
    recognise: petition.hidesPetitionerFrom(officer),
    speak: petition.hidesPetitionerFrom(officer),
  }
  return {
    actions: ACTIONS.filter(
      (action) => allowed(petition, action, officer, charge) && !impossible[action]
    ),
    levels: levelsFor(petition),
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
      disabled: id === petition.complainedUnitId || isAtWork(petition, { id }, charge),
    })),
  }
}
