/** Words that every page knows besides those of its own: dates and numbers as people write them. */
import edge from 'edge.js'
import { keptFields } from '#organisation'
import { dateTime, dateWithWeekday, longDate } from '#shared/turkish_date'

edge.global('keptFields', keptFields)
edge.global('longDate', longDate)
edge.global('weekdayDate', dateWithWeekday)
edge.global('dateTime', dateTime)

/** 26 0481 2075: a petition's number as it is read out. */
edge.global('shownNumber', (number: string) =>
  number.replace(/^(\d\d)(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3')
)

/** A telephone number that a narrow screen does not break. */
const unbroken = (text: string) => text.replace(/ /g, '\u00a0')
edge.global('unbroken', unbroken)

/** As a sentence takes it that asks people to call; an authority without a telephone asks nobody. */
edge.global('callable', (phone: string | null) => (phone ? unbroken(phone) : 'none'))

/** What a telephone dials. */
edge.global('dialled', (phone: string) => phone.replace(/[^\d+]/g, ''))
