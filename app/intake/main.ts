/** A petition comes in: web, bureau, telephone. Its number, stages, steps, and who may see it. */
export { Access } from './access.ts'
export { Petition } from './models/petition.ts'
export { PetitionChanged } from './models/petition_record.ts'
export { Petitioner } from './models/petitioner.ts'
export { LastDay, type DayHeld, type LastDays } from './models/last_day.ts'
export { Reckoning } from './models/reckoning.ts'
export { digestOf, reckonedDay } from './models/reckoned_day.ts'
export { CalendarMove } from './models/calendar_move.ts'
export { Forecast } from './moving/forecast.ts'
export { Mover } from './moving/mover.ts'
export { Step } from './models/step.ts'
export { PrivacyNotice } from './models/privacy_notice.ts'
export { publishNotice, readNotice } from './notices.ts'
export { type ListFilter } from './lists/filter.ts'
export { PetitionList } from './lists/petition_list.ts'
export { dueState } from './lists/row.ts'
export { CodeIssued, StepTaken, WaysAsked, type PetitionFacts, type Reachable } from './events.ts'
export { Charge } from './charge.ts'
export { Reader } from './models/reader.ts'
export { PetitionNumber } from './petition_number.ts'
export { sealRenewal } from './receiving/receipt_seal.ts'
export { openPetition } from './secret/opening.ts'
export { renewSecret } from './secret/renewal.ts'
export { Secret } from './secret/secret.ts'
export { type PetitionDetails } from './receiving/details.ts'
export { FormAlreadyUsed, SameAgain } from './receiving/sent_twice.ts'
export * from './stages.ts'
export { INTAKE_RETENTION } from './retention.ts'
export {
  hidesPetitioner,
  hidesWords,
  keptBy,
  ownUnits,
  readableBy,
  sees,
  seesDesk,
  type Standing,
  wordsReadableBy,
} from './visibility.ts'
