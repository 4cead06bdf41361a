import { DateTime } from 'luxon'
import { dayOf, longDate, shortDate } from '#shared/dates/turkish_date'
import type { MessageChannel } from '../channel.ts'
import type { TextName } from '../message_events.ts'

/** What a text is filled with. Never a person’s name, a subject, a unit or an answer. */
export interface Placeholders {
  /** As people read it: 26 0481 2079. */
  number: string
  /** The promised day, ISO; null where it had passed when the message was made. */
  dueOn: string | null
  /** The authority that has it from now on; only where that is the news. */
  office?: string
  /** The day of a visit or an appointment, ISO, its hour, and a telephone of the office; only where that is the news. */
  day?: string
  hour?: string | null
  phone?: string
  /** How many petitions wait for an officer, and where to look; only in the digest of a day. */
  digest?: Record<(typeof DIGEST)[number], number | string>
}

/** What an officer's digest says. */
const DIGEST = [
  ...([
    'soon',
    'today',
    'late',
    'climbed',
    'news',
    'asked',
    'objections',
    'lateObjections',
  ] as const),
  ...(['directives', 'lateDirectives', 'promises', 'address'] as const),
] as const

/** Of an appointment. */
const MEETING = ['number', 'day', 'hour'] as const

/** What stands in braces in a text and is filled for each message: {number}. */
export type Placeholder =
  'number' | 'secret' | 'dueOn' | 'office' | 'day' | 'hour' | 'phone' | (typeof DIGEST)[number]

interface EventText {
  /** What its text may hold; nothing else is ever filled. */
  has: readonly Placeholder[]
  /** Without these the text is of no use to the citizen. */
  needs: readonly Placeholder[]
  /** Whether the bureau chief may word it anew; else the house's own words stand. */
  isWordedByChief: boolean
}

/** A new event does not compile until somebody decides what its text holds and who may word it. */
export const EVENT_TEXTS: Record<TextName, EventText> = {
  received: {
    has: ['number', 'secret', 'dueOn'],
    needs: ['number', 'secret'],
    isWordedByChief: true,
  },
  receivedLate: { has: ['number', 'secret'], needs: ['number', 'secret'], isWordedByChief: true },
  routed: { has: ['number', 'dueOn'], needs: ['number'], isWordedByChief: true },
  routedLate: { has: ['number'], needs: ['number'], isWordedByChief: true },
  handedOver: { has: ['number', 'office'], needs: ['number', 'office'], isWordedByChief: true },
  forwarded: { has: ['number', 'dueOn'], needs: ['number'], isWordedByChief: true },
  bodyAnswered: { has: ['number'], needs: ['number'], isWordedByChief: true },
  concluded: { has: ['number', 'dueOn'], needs: ['number'], isWordedByChief: true },
  renewed: { has: ['number', 'secret'], needs: ['number', 'secret'], isWordedByChief: true },
  moved: { has: ['number', 'dueOn'], needs: ['number', 'dueOn'], isWordedByChief: true },
  movedLate: { has: ['number'], needs: ['number'], isWordedByChief: true },
  withdrawn: { has: ['number'], needs: ['number'], isWordedByChief: true },
  withdrawalUndone: { has: ['number'], needs: ['number'], isWordedByChief: true },
  joined: { has: ['number', 'secret'], needs: ['number', 'secret'], isWordedByChief: true },
  joinConcluded: { has: ['number'], needs: ['number'], isWordedByChief: true },
  asked: { has: ['number'], needs: ['number'], isWordedByChief: true },
  askedAgain: { has: ['number'], needs: ['number'], isWordedByChief: true },
  telephoneChanged: { has: ['number'], needs: ['number'], isWordedByChief: true },
  dayAmended: { has: ['number'], needs: ['number'], isWordedByChief: true },
  extended: { has: ['number'], needs: ['number'], isWordedByChief: true },
  legalExtended: { has: ['number'], needs: ['number'], isWordedByChief: true },
  feeAsked: { has: ['number'], needs: ['number'], isWordedByChief: true },
  feeLapsed: { has: ['number'], needs: ['number'], isWordedByChief: true },
  meetingGiven: { has: MEETING, needs: MEETING, isWordedByChief: true },
  meetingMoved: { has: MEETING, needs: MEETING, isWordedByChief: true },
  meetingCancelled: { has: ['number', 'day'], needs: ['number', 'day'], isWordedByChief: true },
  callBack: { has: ['number', 'phone'], needs: ['number', 'phone'], isWordedByChief: true },
  visitComing: { has: ['number', 'day'], needs: ['number', 'day'], isWordedByChief: true },
  interimAnswered: { has: ['number'], needs: ['number'], isWordedByChief: true },
  answerReplaced: { has: ['number'], needs: ['number'], isWordedByChief: true },
  objectionDecided: { has: ['number'], needs: ['number'], isWordedByChief: true },
  reopened: { has: ['number'], needs: ['number'], isWordedByChief: true },
  commitmentTold: { has: ['number'], needs: ['number'], isWordedByChief: true },
  survey: { has: ['number', 'secret'], needs: ['number', 'secret'], isWordedByChief: false },
  code: { has: ['secret'], needs: ['secret'], isWordedByChief: false },
  test: { has: ['number'], needs: ['number'], isWordedByChief: false },
  urgent: { has: ['number'], needs: ['number'], isWordedByChief: false },
  stillUrgent: { has: ['number'], needs: ['number'], isWordedByChief: false },
  digest: { has: DIGEST, needs: DIGEST, isWordedByChief: false },
  outsideLetter: {
    has: ['number', 'office'],
    needs: ['number', 'office'],
    isWordedByChief: false,
  },
  mailArrived: { has: [], needs: [], isWordedByChief: false },
  passwordLink: { has: ['secret'], needs: ['secret'], isWordedByChief: false },
}

/**
 * Until when a day (ISO) may be promised: 23.59 in Türkiye. Its last minute is left out, because most
 * companies count a text's validity in whole minutes.
 */
export function promisedUntil(dueOn: string) {
  return dayOf(DateTime.fromISO(dueOn, { zone: 'utc' })).set({ hour: 23, minute: 59 })
}

/** What may be said of it now: a day that has passed is promised to nobody. */
export function standing({ dueOn, ...others }: Placeholders): Placeholders {
  const hasPassed = dueOn !== null && promisedUntil(dueOn) <= DateTime.now()
  return { ...others, dueOn: hasPassed ? null : dueOn }
}

/** What a message gives its text to be filled with, and how it writes. */
export interface Filling {
  channel: MessageChannel
  locale: string
  placeholders: Placeholders
  /** Only where a code is told, and only until it was. */
  sealed: string | null
}

const VALUES: Record<Placeholder, (filling: Filling) => string | null> = {
  number: ({ placeholders }) => placeholders.number,
  secret: ({ sealed }) => sealed,
  dueOn: ({ placeholders: { dueOn }, ...how }) => dueOn && day(dueOn, how),
  office: ({ placeholders }) => placeholders.office ?? null,
  day: ({ placeholders, ...how }) => (placeholders.day ? day(placeholders.day, how) : null),
  hour: ({ placeholders, locale }) =>
    (locale === 'tr' ? placeholders.hour?.replace(':', '.') : placeholders.hour) ?? null,
  phone: ({ placeholders }) => placeholders.phone ?? null,
  soon: ({ placeholders }) => said(placeholders.digest?.soon),
  today: ({ placeholders }) => said(placeholders.digest?.today),
  late: ({ placeholders }) => said(placeholders.digest?.late),
  climbed: ({ placeholders }) => said(placeholders.digest?.climbed),
  news: ({ placeholders }) => said(placeholders.digest?.news),
  asked: counted('asked'),
  objections: counted('objections'),
  lateObjections: counted('lateObjections'),
  directives: counted('directives'),
  lateDirectives: counted('lateDirectives'),
  promises: counted('promises'),
  address: ({ placeholders }) => said(placeholders.digest?.address),
}

/** What waited in the outbox when it was not counted yet says nothing of it. */
function counted(name: (typeof DIGEST)[number]) {
  return ({ placeholders: { digest } }: Filling) => said(digest && (digest[name] ?? 0))
}

function said(count: number | string | undefined) {
  return count === undefined ? null : String(count)
}

/** The value of a placeholder, or null when the message has none. */
export function valueOf(name: Placeholder, filling: Filling) {
  return VALUES[name](filling) || null
}

/** Twelve days, one in each month: some months are long words. */
const DAYS = Array.from({ length: 12 }, (_, month) =>
  DateTime.utc(2026, month + 1, 28).toISODate()!
)

/** The longest name that a district governorate has in Türkiye; one may call itself otherwise. */
const LONGEST_OFFICE = 'Mustafakemalpaşa Kaymakamlığı'

/** The longest values that there can be: numbers and codes have one length, months have not. */
export function longestFilling(channel: MessageChannel, locale: string): Filling {
  const written = (iso: string) => day(iso, { channel, locale })
  const dueOn = DAYS.reduce((a, b) => (written(b).length > written(a).length ? b : a))
  const of = { day: dueOn, hour: '14:30', phone: '0266 000 00 00' }
  const placeholders = { number: '26 0481 2075', dueOn, office: LONGEST_OFFICE, ...of }
  return { channel, locale, placeholders, sealed: 'K7M4PX' }
}

const days = new Map<string, string>()

/** As people in each language write a day; in a Turkish text message, where a letter costs, short. */
function day(iso: string, { channel, locale }: Pick<Filling, 'channel' | 'locale'>) {
  const key = [channel, locale, iso].join(' ')
  const known = days.get(key)
  if (known) return known
  const date = DateTime.fromISO(iso, { zone: 'utc' })
  const written = channel === 'sms' && locale === 'tr' ? shortDate(date) : longDate(date, locale)
  // A year's promised days in two languages and channels; whatever comes in between, it stays small.
  if (days.size > 2_000) days.clear()
  days.set(key, written)
  return written
}
