/** Back to the calendar, which says what has been done. */
export function done(what: string) {
  return { to: 'calendar.index', key: `administration.calendar.done.${what}` }
}
