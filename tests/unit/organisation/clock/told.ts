import { DateTime, Settings } from 'luxon'
import { answeredDay, askedDay, Calendar, Deadline, extendedDay } from '#organisation'
import { feeAskedDay, feePaidDay, movedDay } from '#organisation'
import type { DaySaid } from '../../../../app/organisation/deadlines/moving/said.ts'
import type { DayOff } from '../../../../app/organisation/deadlines/calendar.ts'
import type { Act, OffDay, Story } from './oracle.ts'
import { dayNumber } from './stories.ts'

type Moved = Parameters<typeof said>[0]

/** What the code says of a clock, as its rows are kept from one step to the next. */
export class Told {
  readonly #rule
  readonly #receivedAt: DateTime
  readonly #off: OffDay[]
  #row: DaySaid
  #known: Calendar | null = null
  /** the last day before a fee was told of, or a question asked, and until when that is answered */
  #was: DateTime | null = null
  #by = 0
  did: 'moved' | 'asked' | 'answered' | 'extended' | 'fee' | 'paid' = 'moved'

  /** @param minute of the day on which it is received */
  constructor({ received, amount, working, rolls, holidays }: Story, minute: number) {
    this.#rule = {
      ...{ id: 1, authorityId: null, clock: 'promise', petitionKind: null, days: amount },
      ...{ counted: working ? 'working' : 'calendar', rolls: rolls && !working },
      ...{ reason: 'süre', reasonEn: 'time', source: '' },
    }
    this.#receivedAt = DateTime.fromMillis((received * 1440 + minute - 180) * 60_000)
    this.#off = [...holidays]
    this.#row = said(Deadline.for(this.#receivedAt, this.#rule, this.#calendar))
  }

  get day() {
    return dayNumber(this.#row.dueOn.toISODate()!)
  }

  get isPaused() {
    return this.#row.cause === 'paused' || this.#row.cause === 'feeAsked'
  }

  /** @returns whether it changed the clock */
  act(act: Act) {
    const noon = (act.on * 24 + 9) * 3_600_000
    Settings.now = () => noon
    const before = this.#row
    if (act.does === 'leave') this.#enter(act.off)
    else this.#set(act, DateTime.fromMillis(noon))
    return this.#row !== before
  }

  #enter(off: OffDay[]) {
    this.did = 'moved'
    this.#off.push(...off)
    this.#known = null
    const days = off.map(({ day }) => at(day))
    this.#keep(movedDay(this.#row, this.#receivedAt, this.#rule, days, this.#calendar))
  }

  #set(act: Exclude<Act, { does: 'leave' }>, on: DateTime) {
    const [rule, receivedAt, calendar] = [this.#rule, this.#receivedAt, this.#calendar]
    const setting = { said: this.#row, receivedAt, rule, calendar, on }
    this.did = DID[act.does]
    const before = this.#row
    if (act.does === 'ask') this.#keep(askedDay(setting, at(act.by)))
    if (act.does === 'ask' && this.#row !== before) this.#by = act.by
    if (act.does === 'fee') this.#keep(feeAskedDay(setting, at(act.by)))
    const stands = act.does === 'ask' || act.does === 'fee'
    if (stands && this.#row !== before) this.#was = before.dueOn
    if (act.does === 'paid' && this.#was) this.#keep(feePaidDay(setting, this.#was))
    if (act.does === 'answer' && this.#was) {
      const latest = calendar.nextWorkingDay(at(this.#by)).plus({ days: 1 })
      const end = at(act.on) < latest ? at(act.on) : latest
      this.#keep(answeredDay({ ...setting, on: end }, this.#was))
    }
    if (act.does === 'extend') this.#keep(extendedDay(setting, at(act.to)))
  }

  #keep(moved: Moved | null) {
    if (moved) this.#row = said(moved)
  }

  get #calendar() {
    this.#known ??= new Calendar(this.#off.map(dayOff))
    return this.#known
  }
}

const DID = {
  ...({ ask: 'asked', answer: 'answered', extend: 'extended', fee: 'fee', paid: 'paid' } as const),
}
const days = new Map<string, DayOff>()

/** The same object for the same day: a hundred thousand stories have a few thousand days. */
function dayOff({ day, portion }: OffDay) {
  const key = `${day} ${portion}`
  const known = days.get(key) ?? { day: at(day), portion, name: 'izin', kind: '' }
  days.set(key, known)
  return known
}

function at(day: number) {
  return DateTime.fromMillis(day * 86_400_000, { zone: 'utc' })
}

/** As a row says it. */
function said(day: {
  on: DateTime
  daysOff: string | null
  rolledFrom?: DateTime
  kept?: Partial<DaySaid>
  reason(locale: string): string
}): DaySaid {
  return {
    ...{ dueOn: day.on, daysOff: day.daysOff, rolledFrom: day.rolledFrom ?? null, ...day.kept },
    ...{ reason: day.reason('tr'), reasonEn: day.reason('en') },
  }
}
