import { Catalogue, type Officer } from '#organisation'
import { DESK_STAGES, OUTCOMES, PetitionList, seesDesk } from '#intake'
import { addressOf } from '#shared/address'
import { Period } from '#shared/dates/period'
import { medianDays } from './median_days.ts'
import { conclusions, type Conclusion } from './queries/conclusions.ts'
import { openPetitions } from './queries/open_petitions.ts'
import { receivedSubjects } from './queries/received_subjects.ts'
import { shareDelivered, toldTexts } from './queries/told_texts.ts'
import { risingSubjects } from './rising_subjects.ts'
import { unitLines } from './unit_lines.ts'

/**
 * The managers' page: this week, and the last one beside it. Every figure carries the address of the
 * list that it counts, in the register's own words.
 */
export async function figuresFor(officer: Officer, locale: string) {
  const week = Period.thisWeek()
  const [open, concluded, about, texts, aboutBureau] = await Promise.all([
    openPetitions(officer),
    conclusions(officer, week),
    receivedSubjects(officer, week),
    toldTexts(officer, week),
    complaintsAboutBureau(officer),
  ])
  const catalogue = await Catalogue.of(officer.authorityId)
  const list = (query: Record<string, string>) => addressOf('register.index', locale, {}, query)
  const [now, before] = [concluded.filter(inThisWeek), concluded.filter((one) => !inThisWeek(one))]
  const total = (key: 'open' | 'late' | 'dueToday') => open.reduce((sum, one) => sum + one[key], 0)

  return {
    dueToday: { count: total('dueToday'), href: list({ durum: 'today' }) },
    aboutBureau: aboutBureau && { ...aboutBureau, href: list({ durum: 'aboutBureau' }) },
    open: { count: total('open'), more: false, href: list({ durum: 'open' }) },
    late: { count: total('late'), more: false, href: list({ durum: 'late' }) },
    concludedThisWeek: {
      count: now.length,
      lastWeek: before.length,
      href: list({ durum: 'concluded', donem: week.name }),
      lastWeekHref: list({ durum: 'concluded', donem: week.previous.name }),
    },
    medianDays: {
      value: medianDays(now),
      lastWeek: medianDays(before),
      href: list({ durum: 'concluded', donem: week.name }),
    },
    outcomes: OUTCOMES.map((outcome) => {
      const count = now.filter((one) => one.outcome === outcome).length
      const href = list({ durum: 'concluded', donem: week.name, sonuc: outcome })
      return { outcome, count, share: now.length ? count / now.length : 0, href }
    }),
    texts: {
      share: shareDelivered(texts.thisWeek),
      lastWeek: shareDelivered(texts.lastWeek),
      missed: texts.thisWeek.missed,
      unknown: texts.thisWeek.unknown,
      href: officer.mayOpen('missed.index') ? addressOf('missed.index', locale) : null,
    },
    units: unitLines(catalogue, open, now, week, list),
    subjects: risingSubjects(catalogue, about, locale).map((line) => ({
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

const inThisWeek = (one: Conclusion) => one.thisWeek
