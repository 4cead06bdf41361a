import i18nManager from '@adonisjs/i18n/services/main'
import { type LastDay, type DayHeld, type Petition } from '#intake'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { Extension } from '../models/extension.ts'

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
export function isLawExtendable({ kind, isOpen }: Petition, { legal }: Days) {
  return kind === 'informationRequest' && isOpen && runs(legal) && legal?.cause !== 'lawExtended'
}

function runs(day?: DayHeld) {
  return day !== undefined && day.cause !== 'paused' && dayOf(day.dueOn) >= today()
}
