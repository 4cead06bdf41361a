/** A time of day as people write it, 21.00 or 9:30, kept as 21:00. */
export const TimeOfDay = {
  parse(text: string) {
    const [, hour = '', minute] = /^(\d{1,2})[.:]([0-5]\d)$/.exec(text) ?? []
    return minute && Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : null
  },
}

/** So many minutes after midnight. */
export function minuteOf(time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return hour! * 60 + minute!
}

/** The time so many minutes later, on the same day; past midnight none. */
export function later(time: string, minutes: number) {
  const at = minuteOf(time) + minutes
  if (at >= 24 * 60) return null
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
