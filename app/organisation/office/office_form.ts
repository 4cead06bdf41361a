import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { OpeningTimes } from './opening_times.ts'
import { PROMISES } from './promise.ts'
import { readQuietHours } from './quiet_hours.ts'

/** A sender name (gönderici adı) as operators register it. */
const SENDER = /^[A-Za-z0-9 .&_-]{3,11}$/
/** Something that a telephone can dial, with an extension or a word behind it. */
const DIALLED = /(?:\d[ ()/+-]*){3}/

/** The field of each day, Monday first. */
const DAYS = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7']

/** What stands in the form of an authority, read. */
export function readOffice(form: Form) {
  const max = LONGEST.authorities
  return {
    row: {
      name: form.line('name', { max: max.name, required: true }),
      address: form.line('address', { max: max.address }),
      phone: telephone(form, 'phone'),
      email: email(form),
      hours: form.line('hours', { max: max.hours }),
      duty: form.line('duty', { max: max.duty }),
      dutyPhone: telephone(form, 'dutyPhone'),
      sender: form.like('sender', SENDER),
      quietHours: readQuietHours(form),
      metropolitan: form.ticks('metropolitan'),
      ...share(form),
      selfApproval: form.ticks('selfApproval'),
      interimApproval: form.ticks('interimApproval'),
      asksStatistics: form.ticks('asksStatistics'),
      callsNumbers: form.ticks('callsNumbers'),
    },
    openingHours: DAYS.flatMap((day, at) => {
      const spans = form.as(day, OpeningTimes, { wrong: 'times' })
      return (spans ?? []).map((span) => ({ weekday: at + 1, ...span }))
    }),
    promise: form.choice('promise', PROMISES),
  }
}

export type Office = ReturnType<typeof readOffice>

function telephone(form: Form, name: string) {
  const text = form.line(name, { max: LONGEST.authorities.phone })
  if (text && !DIALLED.test(text)) form.wrong(name, 'format')
  return text
}

/** Of a hundred; where nothing is said it stays as it is. */
function share(form: Form) {
  const read = form.like('sampleShare', /^(?:\d{1,2}|100)$/)
  return read ? { sampleShare: Number(read) } : {}
}

function email(form: Form) {
  const read = form.email('email')?.toString() ?? null
  const max = LONGEST.authorities.email
  if (read && read.length > max) form.wrong('email', 'maxLength', { max })
  return read
}
