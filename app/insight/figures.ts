import { Catalogue, type Officer } from '#organisation'
import { DESK_STAGES, OUTCOMES, PetitionList, seesDesk } from '#intake'
import { addressOf } from '#shared/address'
import { breathing } from '#shared/breath'
import { Period } from '#shared/dates/period'
import { Conclusions } from './conclusions.ts'
import { risingSubjects } from './rising_subjects.ts'
import { Seen, type ToldTexts } from './seen.ts'
import { shown } from './tallies/shown.ts'
import { unitLines } from './unit_lines.ts'

/**
 * The managers' page: this week, and the last one beside it. Every figure carries the address of the
 * list that it counts, in the register's own words. Null while everything is being counted anew.
 */
export async function figuresFor(officer: Officer, locale: string) {
  const week = Period.thisWeek()
  const catalogue = await Catalogue.of(officer.authorityId)
  const counted = await shown(officer.authorityId, week)
  if (!counted) return null
  const aboutBureau = await complaintsAboutBureau(officer)
  const seen = new Seen(counted.tallies, officer, catalogue, week)
  const register = addressOf('register.index', locale)
  const list = (query: Record<string, string>) => `${register}?${new URLSearchParams(query)}`
  const breath = breathing()
  const [open, texts] = [seen.open(), seen.texts()]
  await breath()
  const ended = seen.concluded(week)
  await breath()
  const units = unitLines(catalogue, open, ended, week, list)
  await breath()
  const now = Conclusions.sum(ended.values())
  await breath()
  const before = Conclusions.sum(seen.concluded(week.previous).values())
  await breath()
  const total = (key: 'open' | 'late' | 'dueToday') => open.reduce((sum, one) => sum + one[key], 0)
  const [all, byOutcome] = [now.times, now.byOutcome]

  return {
    until: counted.until,
    dueToday: { count: total('dueToday'), href: list({ durum: 'today' }) },
    aboutBureau: aboutBureau && { ...aboutBureau, href: list({ durum: 'aboutBureau' }) },
    open: { count: total('open'), more: false, href: list({ durum: 'open' }) },
    late: { count: total('late'), more: false, href: list({ durum: 'late' }) },
    concludedThisWeek: {
      count: all,
      lastWeek: before.times,
      href: list({ durum: 'concluded', donem: week.name }),
      lastWeekHref: list({ durum: 'concluded', donem: week.previous.name }),
    },
    medianDays: {
      value: now.medianDays,
      lastWeek: before.medianDays,
      href: list({ durum: 'concluded', donem: week.name }),
    },
    outcomes: OUTCOMES.map((outcome) => {
      const count = byOutcome.get(outcome) ?? 0
      const href = list({ durum: 'concluded', donem: week.name, sonuc: outcome })
      return { outcome, count, share: all ? count / all : 0, href }
    }),
    texts: {
      share: shareDelivered(texts.thisWeek),
      lastWeek: shareDelivered(texts.lastWeek),
      missed: texts.thisWeek.missed,
      unknown: texts.thisWeek.unknown,
      href: officer.mayOpen('missed.index') ? addressOf('missed.index', locale) : null,
    },
    units,
    subjects: risingSubjects(catalogue, seen.received(), locale).map((line) => ({
      ...line,
      href: list({ konu: line.code, gelis: week.name }),
      lastWeekHref: list({ konu: line.code, gelis: week.previous.name }),
    })),
  }
}

/** Those that wait for this officer to refer them; null for whom they are no task. */
async function complaintsAboutBureau(officer: Officer) {
  if (!seesDesk(officer, 'management')) return null
  const waiting = { desk: 'management', stages: DESK_STAGES } as const
  const [count] = await PetitionList.counts(officer, [waiting])
  return count!
}

/** Of those that ended, the part that a telephone took; null when none ended. */
function shareDelivered({ delivered, missed, unknown }: ToldTexts) {
  const all = delivered + missed + unknown
  return all ? delivered / all : null
}
