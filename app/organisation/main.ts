/** Who works here, what petitions are about, and by which day they must be answered. */
export { Authority } from './models/authority.ts'
export { hoursIn, openingTimes, type OpenOn } from './office/hours_words.ts'
export {
  addNeighbourhood,
  amendNeighbourhood,
  closeNeighbourhood,
  readNeighbourhood,
} from './office/neighbourhoods.ts'
export { bare, placeIn, type PlaceRow } from './office/places.ts'
export { NeighbourhoodsList } from './office/neighbourhoods_list.ts'
export { amendOffice } from './office/amend_office.ts'
export { readOffice } from './office/office_form.ts'
export { PROMISES, promiseOf } from './office/promise.ts'
export { QUIETS, typedQuietHours } from './office/quiet_hours.ts'
export { Neighbourhood, NEIGHBOURHOOD_KINDS } from './models/neighbourhood.ts'
export { Unit } from './models/unit.ts'
export { Heading, Subject } from './models/subject.ts'
export { FIELDS, REQUIRED_AT, SubjectQuestion } from './models/subject_question.ts'
export { Officer, OfficerRole } from './models/officer.ts'
export { Substitution } from './models/substitution.ts'
export { Catalogue } from './catalogue.ts'
export { Host } from './addresses/host.ts'
export { authorities, installation, siteAt, UnknownHost, type Site } from './addresses/site.ts'
export { CODE, codesInTheWay, isReserved } from './addresses/code.ts'
export { giveAddress, wrongWithCode, wrongWithHost } from './addresses/given.ts'
export { headed, headedByIts } from './addresses/head.ts'
export { Installation, type Tree } from './addresses/installation.ts'
export { Calendar } from './deadlines/calendar.ts'
export { Deadline, type Clock, type Rule } from './deadlines/deadline.ts'
export {
  amendDayOff,
  dayOffOf,
  daysIn,
  type DaysOff,
  enterDaysOff,
  reaching,
  reachOf,
  refuseDaysOff,
  withdrawDayOff,
} from './deadlines/days_off.ts'
export { CLOCKS, RULE_CLOCKS, type RuleClock, type Start } from './deadlines/rules/clocks.ts'
export { ruleFor } from './deadlines/rules/rule_for.ts'
export { refuseRule, type RuleSaid, type Which } from './deadlines/rules/refused.ts'
export { changeRule, giveUpRule, ownRule } from './deadlines/rules/keeping.ts'
export { movedDay } from './deadlines/moving/moved_day.ts'
export { hoursLater, openFrom } from './deadlines/open_hours.ts'
export type { Kept } from './deadlines/moving/said.ts'
export { countedAnew } from './deadlines/moving/stopped_day.ts'
export { extendedDay } from './deadlines/moving/extended_day.ts'
export { correctedDay, everStood } from './deadlines/moving/corrected_day.ts'
export { answeredDay, askedDay } from './deadlines/moving/asked_day.ts'
export { feeAskedDay, feePaidDay } from './deadlines/moving/fee_day.ts'
export { above, reachedBy, reachesOf, REACHES, type Reach } from './deadlines/reach.ts'
export { DeadlineRule } from './models/deadline_rule.ts'
export {
  Holiday,
  HOLIDAY_KINDS,
  PORTIONS,
  type HolidayKind,
  type Portion,
} from './models/holiday.ts'
export { HolidayWatch } from './deadlines/holiday_watch.ts'
export { firstOf, succeed } from './changes/succeeding.ts'
export { nextRenamed, type Renamed } from './changes/renamed.ts'
export { changeLadder, giveUpLadder } from './reminding/keep_ladder.ts'
export {
  HOUSE_LADDER,
  laddersOf,
  reached,
  RUNGS,
  type Ladder,
  type Rung,
} from './reminding/ladder.ts'
export { refuseLadder } from './reminding/refuse_ladder.ts'
export { workingDaysPast } from './reminding/working_days_past.ts'
export { ReminderRule } from './models/reminder_rule.ts'
export { handsOf, type Hand } from './standing_in/hands.ts'
export { ROLES, seesPetitions, type Permission, type Role } from './role.ts'
export { navigation } from './navigation.ts'
export {
  DAYS,
  HOURS,
  MINUTES,
  neighbourhood,
  TooManyTries,
  wideNeighbourhood,
} from './limits/limit.ts'
export { Quota } from './limits/quota.ts'
export { tried } from './limits/tries.ts'
export { CAPACITY, capacityOf, type Capacity } from './standing_in/capacity.ts'
export { endSubstitution } from './standing_in/ending.ts'
export { nameSubstitute } from './standing_in/naming.ts'
export { readNaming } from './standing_in/naming_form.ts'
export { SubstitutionsList } from './standing_in/substitutions_list.ts'
export { colleaguesOf } from './standing_in/person.ts'
export { sessionHolds } from './signing_in/staff_session.ts'
export { Login } from './signing_in/login.ts'
export { hire, refuseNewcomer, wrongWithNewcomer, enter, type Newcomer } from './staffing/hiring.ts'
export { readContact } from './staffing/contact.ts'
export { wrongWithRoles } from './staffing/posts.ts'
export { amend, reassign } from './staffing/amending.ts'
export { movedLately, nothingIsLeft } from './staffing/lists/moved.ts'
export { wrongWithAppointment, type Post } from './staffing/appointing.ts'
export {
  comeBack,
  draftsAreTaken,
  heirOf,
  leave,
  leftLately,
  leftWithDrafts,
} from './staffing/leaving.ts'
export { endSessions, reset, unlock } from './staffing/keeping.ts'
export { officerKeptBy } from './staffing/kept_by.ts'
export { leaderlessBelow } from './staffing/leaderless.ts'
export { OfficersList } from './staffing/lists/officers_list.ts'
export { officersNamed } from './staffing/lists/officers_named.ts'
export { freeLogin, suggestedLogin } from './staffing/suggested_login.ts'
export { wrongWithPassword } from './passwords/rules.ts'
export { givePassword, replacePassword } from './passwords/replacing.ts'
export { handOver, type HandedOver } from './passwords/handing_over.ts'
export { firstPageAddress, isPosted, signInAddress } from './passwords/link.ts'
export { recentResets } from './passwords/telling.ts'
export { SlipPassword } from './passwords/slip_password.ts'
export { lastSignIns } from './signing_in/own_sessions.ts'
export { WAYS, type HandingWay } from './models/password_slip.ts'
export { PasswordLinkMade } from './events.ts'
export { administer, Overtaken, writeUnchanged } from './changes/amend.ts'
export {
  differing,
  noteChange,
  type Author,
  type Changed,
  type Facts,
} from './changes/change_log.ts'
export { ChangeWatch } from './changes/change_watch.ts'
export { ChangesList } from './changes/changes_list.ts'
export { addUnit, amendUnit } from './units/keep_unit.ts'
export { beginAgain, endUnit, officersOf } from './units/end_unit.ts'
export { UNIT_KINDS } from './units/unit_form.ts'
export { addHeading, amendHeading, closeHeading, reopenHeading } from './subjects/keep_heading.ts'
export { addSubject, amendSubject, closeSubject, reopenSubject } from './subjects/keep_subject.ts'
export {
  addQuestion,
  amendQuestion,
  closeQuestion,
  reopenQuestion,
} from './subjects/keep_question.ts'
export { mergeSubject } from './subjects/merge_subjects.ts'
export { DIRECTIONS, moveHeading, moveQuestion, moveSubject } from './subjects/order.ts'
export { RoutingRule } from './models/routing_rule.ts'
export { addRule, amendRule } from './routing_rules/keep_rule.ts'
export { beginRule, endRule, triedSign } from './routing_rules/switch_rule.ts'
export { RuleBook } from './routing_rules/rule_book.ts'
export { ruleBookOf } from './routing_rules/rule_book_of.ts'
export { type Topic } from './routing_rules/conditions.ts'
export { mutedRules } from './routing_rules/muted_rules.ts'
export { Change, SORTS, THINGS, type ChangedField, type Thing } from './models/change.ts'
export { beginImport, confirmImport, exported, planFor } from './importing/importing.ts'
export { undoImport } from './importing/undoing.ts'
export { ImportsList } from './importing/imports_list.ts'
export { columnsFor, listOf, listsFor, type ListName } from './importing/lists.ts'
export { STATES as LINE_STATES, type LineState, type Plan, type Planned } from './importing/plan.ts'
export { Import } from './models/import.ts'
export { SetupWord } from './models/setup_word.ts'
export { LONGEST } from './longest.ts'
export { ORGANISATION_RETENTION } from './retention.ts'
export { keptFields } from './kept_fields.ts'
