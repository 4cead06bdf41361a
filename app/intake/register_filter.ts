import type { I18n } from '@adonisjs/i18n'
import type { Catalogue } from '#organisation'
import { blindIndex } from '#shared/keys'
import { NationalId } from '#shared/national_id'
import { PhoneNumber } from '#shared/phone_number'
import { today } from '#shared/turkish_date'
import type { ListFilter } from './petition_list.ts'
import { PetitionNumber } from './petition_number.ts'
import { OPEN_STAGES, OUTCOMES, type Outcome } from './stages.ts'

const STATES = ['open', 'late', 'today', 'concluded', 'all'] as const
type State = (typeof STATES)[number]
const PERIODS = ['week', 'lastWeek'] as const

/**
 * What the register's address asks for. One vocabulary for the register's own form and for the
 * figures, each of which opens the list that it counts.
 */
export function registerFilter(asked: Record<string, unknown>, catalogue: Catalogue, i18n: I18n) {
  const typed = {
    durum: STATES.find((state) => state === asked.durum) ?? 'all',
    birim: text(asked.birim),
    konu: text(asked.konu),
    sonuc: text(asked.sonuc),
    donem: PERIODS.find((period) => period === asked.donem) ?? ('' as const),
    ara: text(asked.ara),
  }
  const unit = catalogue.unitByCode(typed.birim)
  const subject = catalogue.subjectByCode(typed.konu)
  const outcome = OUTCOMES.find((known) => known === typed.sonuc)
  const filter: ListFilter = {
    ...stateFilter(typed.durum),
    ...(typed.donem ? concludedIn(typed.donem) : {}),
    ...(unit && { unitId: unit.id }),
    ...(subject && { subjectId: subject.id }),
    ...(outcome && { outcome: outcome as Outcome }),
    ...(typed.ara && search(typed.ara)),
  }
  const title = i18n.t(`intake.register.title.${typed.donem || typed.durum}`, {
    unit: unit?.shortName ?? 'none',
    subject: subject?.name ?? 'none',
  })
  return { filter, typed, title }
}

function stateFilter(state: State): ListFilter {
  if (state === 'open') return { stages: OPEN_STAGES }
  if (state === 'late') return { stages: OPEN_STAGES, dueBefore: today() }
  if (state === 'today') return { stages: OPEN_STAGES, dueOn: today() }
  return state === 'concluded' ? { concluded: true } : {}
}

/** Weeks begin on Monday. */
export function concludedIn(period: (typeof PERIODS)[number]): ListFilter {
  const monday = today().startOf('week')
  return period === 'week'
    ? { concludedFrom: monday }
    : { concludedFrom: monday.minus({ weeks: 1 }), concludedBefore: monday }
}

/** A petition's number, an identity number or a mobile number; anything else finds nothing. */
function search(words: string): ListFilter {
  const number = PetitionNumber.parse(words)
  const id = NationalId.parse(words)
  const phone = PhoneNumber.parse(words)
  if (number) return { number: number.digits }
  if (id) return { nationalIdIndex: blindIndex('nationalId', id.digits) }
  return phone ? { phoneIndex: blindIndex('phone', phone.e164) } : { number: 'none' }
}

function text(value: unknown) {
  return typeof value === 'string' ? value.trim().slice(0, 60) : ''
}
