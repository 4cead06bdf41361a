import i18nManager from '@adonisjs/i18n/services/main'
import { type FeeNotice, type LastDay, type DayHeld, type Petition } from '#intake'
import { type Catalogue, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Extension } from '../models/extension.ts'

/** Why a clock may stand. */
const STANDS: readonly string[] = ['paused', 'feeAsked']

type Days = Awaited<ReturnType<typeof LastDay.of>>

/** On which law 4982 art. 11 gives an authority longer: what is asked for lies elsewhere, or with several. */
export const GROUNDS = ['otherUnit', 'otherBody', 'severalBodies'] as const

type Ground = (typeof GROUNDS)[number]

/** A ground as the history says it: the office's own, in its language. */
export function wordsOf(ground: Ground) {
  return i18nManager.locale('tr').t(`response.extendLaw.grounds.${ground}`)
}

/** Whether the promise can still be made later: it has not passed, runs, and the law leaves room. */
export function isExtendable(petition: Petition, { promise }: Days, open: Extension | null) {
  return open === null && runs(promise) && petition.isOpen && petition.dueOn < petition.legalDueOn
}

/** Whether the law's time can be: once, for freedom of information, and told before its last day. */
export function isLawExtendable(
  { kind, isOpen }: Petition,
  { legal }: Days,
  rules: Catalogue['rules']
) {
  if (kind !== 'informationRequest' || !isOpen || !runs(legal)) return false
  // What moved it since has kept how much is counted.
  return (legal?.amount ?? 0) < ruleFor(rules, 'extended', kind).days
}

/** Whether a fee can be asked for: of a request for information, once, while the law's time runs. */
export function isFeeAskable(
  { kind, isOpen }: Petition,
  { promise, legal }: Days,
  fee: FeeNotice | null
) {
  // A clock stands for one thing at a time: whoever waits for an answer asks for no fee meanwhile.
  if (kind !== 'informationRequest' || !isOpen || promise?.cause === 'paused') return false
  return runs(legal) && fee === null
}

function runs(day?: DayHeld) {
  return day !== undefined && !STANDS.includes(day.cause ?? '') && dayOf(day.dueOn) >= today()
}
