/** It goes to the unit that must answer: referral, return, forwarding. */
export {
  ComplainedUnit,
  ExternalUnit,
  isAtWork,
  Referral,
  SameUnit,
  UnitMissing,
} from './models/referral.ts'
export { Return } from './models/return.ts'
export { Recall } from './models/recall.ts'
export { UnitNote } from './models/unit_note.ts'
export { answerQuestion } from './asking/answer_question.ts'
export { askProgress } from './asking/ask_progress.ts'
export { askUnit } from './asking/ask_unit.ts'
export { proposedDay } from './asking/day.ts'
export { ASKED_FILTERS, AskedList } from './asking/asked_list.ts'
export { handOnQuestion, openQuestionsTo } from './asking/hand_on.ts'
export { demandPartsIn } from './asking/parts.ts'
export { releaseUnit } from './asking/release_unit.ts'
export { Handover } from './models/handover.ts'
export { waysOf, type Ways } from './handing_over/ways.ts'
export { AuthorityMissing, HadItBefore, LastAuthority, NotAtWork } from './handing_over/refusals.ts'
export { Forwarding, InternalUnit, type Letter } from './models/forwarding.ts'
export { letterOfPetition } from './forwarding/letter/letter.ts'
export { mailedTo } from './forwarding/mailed.ts'
export { allowed, demand, NotAllowed, OwnPetition } from './allowed.ts'
export { ChiefDecides, isOftenReturned, LastCharge } from './return_limit.ts'
export { isRestrictable, liftRestriction, restrict } from './restriction.ts'
export { suggestions } from './suggesting/suggestions.ts'
export { shownSuggestions } from './suggesting/shown.ts'
export { SuggestionChoice } from './models/suggestion_choice.ts'
export { Learning } from './teaching/learning.ts'
export { readLabelled } from './teaching/labelled.ts'
export { shippedExamples } from './teaching/examples.ts'
export { evaluateFolds, evaluateFresh } from './evaluation/evaluation.ts'
export { acceptance } from './evaluation/acceptance.ts'
export { type Judgement } from './evaluation/judged.ts'
export { RuleTrial } from './models/rule_trial.ts'
export { tryRule } from './rules/try_rule.ts'
export { filteredList } from './filtered_list.ts'
export { ROUTING_RETENTION } from './retention.ts'
export { changeUrgency, endUrgency, levelsFor } from './urgency.ts'
export { chosenIn, type Chosen } from './queue/refer_each.ts'
