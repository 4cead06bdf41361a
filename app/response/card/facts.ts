import { DateTime } from 'luxon'
import {
  Charge,
  dueState,
  hidesOriginal,
  ownClockOf,
  showsPetition,
  Petitioner,
  type FeeNotice,
  type Petition,
  type Question,
  type Stage,
  type DayHeld,
} from '#intake'
import type { Authority, Catalogue, Officer } from '#organisation'
import { longDate } from '#shared/dates/turkish_date'
import { inLira } from '#shared/typed/lira'
import { isInVain } from '../contacts/ways.ts'
import type { Extension } from '../models/extension.ts'
import { mayApprove } from '../own_draft.ts'
import type { Names } from './names.ts'

/** What was brought, by when it must be answered, and who has it. */
export function petitionFacts(
  petition: Petition,
  days: { promise?: DayHeld; legal?: DayHeld },
  names: Names,
  catalogue: Catalogue,
  locale: string
) {
  const { receivedAt, daysLeft } = petition
  const subject = catalogue.subject(petition.subjectId)
  return {
    number: petition.number,
    version: petition.version,
    stage: petition.stage,
    outcome: petition.outcome,
    concludedAt: petition.concludedAt,
    returns: petition.returns,
    handbacks: petition.handbacks,
    kind: petition.kind,
    channel: petition.channel,
    subject: subject?.nameIn(locale) ?? null,
    heading: subject ? catalogue.heading(subject.headingId)?.nameIn(locale) : null,
    locale: petition.locale,
    receivedAt,
    receivedBy: names.officer(petition.receivedBy),
    dueOn: petition.dueOn,
    dueReason: days.promise?.reasonIn(locale),
    dueState: dueState(petition.stage as Stage, daysLeft),
    days: daysLeft,
    legalDueOn: petition.legalDueOn,
    legalReason: days.legal?.reasonIn(locale),
    unit: new Charge(petition, catalogue).holder.name,
    since: petition.unitSince,
    restricted: petition.isRestricted,
    urgency: petition.urgency,
    joined: petition.joined,
    aboutBureau: petition.isAboutBureau,
    asksAlone: petition.isRestricted || !showsPetition(petition),
    complainedUnit: names.unit(petition.complainedUnitId),
    complainedPerson: names.officer(petition.complainedOfficerId),
    decider: petition.decider,
  }
}

/**
 * Until when the desk is to refer it, or its unit to speak with the petitioner for the first time: tries
 * in vain are not that, though the unit is at work; a question that reached the petitioner is.
 */
export function ownClockFacts(
  petition: Petition,
  catalogue: Catalogue,
  contacts: readonly { result: string }[],
  asked: readonly Pick<Question, 'passedAt'>[]
) {
  const isTried = contacts.length > 0 && contacts.every(({ result }) => isInVain(result))
  const isAsked = asked.some(({ passedAt }) => passedAt && passedAt >= petition.unitSince)
  const isMet = petition.stage === 'inProgress' && (isAsked || !isTried)
  const own = isMet ? null : ownClockOf(petition, catalogue)
  if (!own) return null
  const { clock, until, rule } = own
  return { clock, until, source: rule.source, late: until < DateTime.utc() }
}

/** What was answered to the subject's questions; of a tip-off it may give away who brought it. */
export function particularFacts(petition: Petition, officer: Officer) {
  const seen = petition.particularsIn(officer.locale)
  const isHidden = seen.length > 0 && hidesOriginal(petition, officer)
  return { seen: isHidden ? [] : seen, hidden: isHidden }
}

/** Who brought it, or null where this officer may not know. */
export async function petitionerFacts(petition: Petition, officer: Officer) {
  if (petition.hidesPetitionerFrom(officer)) return null
  const petitioner = await Petitioner.query().where('petition_id', petition.id).firstOrFail()
  return {
    name: petitioner.name,
    told: petitioner.told,
    nationalId: petitioner.maskedNationalId,
    phone: petitioner.prettyPhone,
    declinesTexts: petitioner.declinesTexts,
    email: petitioner.email,
    address: petitioner.address,
  }
}

/** What a unit wants of its head; whoever asked for it does not decide, unless the authority allows. */
export function extensionOf(
  { until, reason, askedBy }: Extension,
  officer: Officer,
  authority: Authority
) {
  return { until, reason, isOwn: !mayApprove({ submittedBy: askedBy }, officer, authority) }
}

/** What is asked of the petitioner for information, for whoever writes down that it was paid. */
export function feeOf(fee: FeeNotice, locale: string) {
  const { amount, covers, payBy, isOpen } = fee
  const words = { amount: inLira(amount, locale), covers, payBy: longDate(payBy, locale) }
  return { isOpen, words }
}
