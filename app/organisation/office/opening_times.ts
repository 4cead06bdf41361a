/** From when until when somebody is there, as `08:30`; 24:00 is the end of the day. */
export interface Opening {
  opens: string
  closes: string
}

/** A morning, an afternoon, an evening. */
const MOST = 3
const BETWEEN = /[,;]|\sve\s|\sand\s/
const SPAN = /^(\d{1,2})[.:](\d\d)\s?[-–—]\s?(\d{1,2})[.:](\d\d)$/

/** When an office is open on one day, as people write it: 08.30–12.30, 13.30–17.30. */
export const OpeningTimes = {
  /** In their order; null where it is no such thing, or ends before it begins. */
  parse(text: string): Opening[] | null {
    const parts = text.split(BETWEEN, MOST + 1).map((part) => part.trim())
    if (parts.length > MOST) return null
    const spans = parts.map(spanIn)
    if (spans.some((span) => span === null)) return null
    const inOrder = (spans as Opening[]).sort((a, b) => (a.opens < b.opens ? -1 : 1))
    const overlaps = inOrder.some(({ opens }, at) => at > 0 && inOrder[at - 1]!.closes >= opens)
    return overlaps ? null : inOrder
  },

  /** 08.30–12.30, 13.30–17.30 */
  written(spans: readonly Opening[], and = ', ') {
    return spans.map(({ opens, closes }) => `${dotted(opens)}–${dotted(closes)}`).join(and)
  },
}

function spanIn(text: string): Opening | null {
  const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(text) ?? []
  const opens = timeOf(fromHour, fromMinute)
  const closes = timeOf(toHour, toMinute)
  return opens && closes && opens < closes ? { opens, closes } : null
}

function timeOf(hour = '', minute = '') {
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

function dotted(time: string) {
  return time.replace(':', '.')
}
