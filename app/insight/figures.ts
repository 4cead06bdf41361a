import type { Officer } from '#organisation'
import { DESK_STAGES, inTime, OUTCOMES, PetitionList, scopeOf, seesDesk, type Scope } from '#intake'
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
 * list that it counts, in the register's own words. Whoever manages authorities below sees all of them
 * together, or one. Null while everything is being counted anew.
 *
 * @param makam code of the authority that is asked for
 */
export async function figuresFor(officer: Officer, locale: string, makam = '') {
  const week = Period.thisWeek()
  const scope = await scopeOf(officer, makam)
  const { offered, one, all: catalogues } = scope
  const counted = await shown(one?.authority.id ?? offered.map(({ id }) => id), week)
  if (!counted) return null
  const isOwn = one?.authority.id === officer.authorityId
  const prompt = one && {
    desk: await inTime(one.authority.id, 'desk'),
    unit: await inTime(one.authority.id, 'unit'),
  }
  const aboutBureau = !one || isOwn ? await complaintsAboutBureau(officer) : null
  const seen = new Seen(counted.tallies, officer, one ?? catalogues[0]!, week, !one)
  const register = addressOf('register.index', locale)
  const isNarrowed = one !== null && offered.length > 0
  const narrowed: Record<string, string> = isNarrowed ? { makam: one.authority.code } : {}
  const list = (query: Record<string, string>) =>
    `${register}?${new URLSearchParams({ ...query, ...narrowed })}`
  const breath = breathing()
  const [open, texts] = [seen.open(), seen.texts()]
  await breath()
  const ended = seen.concluded(week)
  await breath()
  const units = unitLines(linesOf(scope), open, ended, week, list)
  await breath()
  const now = Conclusions.sum(ended.values())
  await breath()
  const before = Conclusions.sum(seen.concluded(week.previous).values())
  await breath()
  const total = (key: 'open' | 'late' | 'dueToday') =>
    open.reduce((sum, unit) => sum + unit[key], 0)
  const [all, byOutcome] = [now.times, now.byOutcome]

  return {
    until: counted.until,
    dueToday: { count: total('dueToday'), href: list({ durum: 'today' }) },
    aboutBureau: aboutBureau && {
      ...aboutBureau,
      href: list({ durum: 'aboutBureau', ...(one ? {} : { makam: offered[0]!.code }) }),
    },
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
    /** of the latest, how many were referred, and spoken of with the petitioner, in time */
    prompt,
    texts: {
      share: shareDelivered(texts.thisWeek),
      lastWeek: shareDelivered(texts.lastWeek),
      missed: texts.thisWeek.missed,
      unknown: texts.thisWeek.unknown,
      href: isOwn && officer.mayOpen('missed.index') ? addressOf('missed.index', locale) : null,
    },
    units,
    isOfUnits: one !== null,
    subjects: risingSubjects(catalogues, seen.received(), locale).map((line) => ({
      ...line,
      href: list({ konu: line.code, gelis: week.name }),
      lastWeekHref: list({ konu: line.code, gelis: week.previous.name }),
    })),
  }
}

/** Of one authority its units; of several each with a way to its own figures. */
function linesOf({ offered, one }: Scope) {
  if (one) {
    return one.everyUnit.map(({ id, name, code }) => ({ id, name, asked: { birim: code } }))
  }
  return offered.map(({ id, name, code }) => ({ id, name, asked: { makam: code } }))
}

/** Those that wait for this officer to refer them; null for whom they are no task. */
async function complaintsAboutBureau(officer: Officer) {
  if (!seesDesk(officer, 'management')) return null
  const { authorityId } = officer
  const waiting = { desk: 'management', stages: DESK_STAGES, authorityId } as const
  const [count] = await PetitionList.counts(officer, [waiting])
  return count!
}

/** Of those that ended, the part that a telephone took; null when none ended. */
function shareDelivered({ delivered, missed, unknown }: ToldTexts) {
  const all = delivered + missed + unknown
  return all ? delivered / all : null
}
