import type { DateTime } from 'luxon'
import type { Catalogue } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import type { Dice } from './dice.js'

const OPENS = 8 * 60 + 35
const CLOSES = 17 * 60 + 20

/** When people of the office do things: on working days, between half past eight and half past five. */
export class OfficeHours {
  constructor(
    private readonly calendar: Catalogue['calendar'],
    private readonly dice: Dice
  ) {}

  /** Some minute of the working day on which the moment falls, or of the one before it. */
  before(moment: DateTime) {
    let day = dayOf(moment)
    while (!this.calendar.isWorkingDay(day)) day = day.minus({ days: 1 })
    return this.someMinute(day)
  }

  /** That moment when the office is open, or some minute of the next time that it is. */
  after(moment: DateTime) {
    if (this.isOpen(moment)) return moment
    const day = this.calendar.nextWorkingDay(moment)
    const passed = minutesOf(moment) > CLOSES && day.hasSame(dayOf(moment), 'day')
    return this.someMinute(passed ? this.calendar.nextWorkingDay(day.plus({ days: 1 })) : day)
  }

  isOpen(moment: DateTime) {
    const minutes = minutesOf(moment)
    return this.calendar.isWorkingDay(moment) && minutes >= OPENS && minutes <= CLOSES
  }

  private someMinute(day: DateTime) {
    return day.plus({
      minutes: this.dice.between(OPENS, CLOSES),
      seconds: this.dice.between(0, 59),
    })
  }
}

function minutesOf(moment: DateTime) {
  return moment.diff(dayOf(moment), 'minutes').minutes
}
