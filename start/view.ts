/** Words that every page knows besides those of its own: dates and numbers as people write them. */
import edge from 'edge.js'
import { keptFields } from '#organisation'
import { callable, unbroken } from '#shared/callable'
import { dateTime, dateWithWeekday, dayOrTime, longDate } from '#shared/dates/turkish_date'

edge.global('keptFields', keptFields)
edge.global('longDate', longDate)
edge.global('weekdayDate', dateWithWeekday)
edge.global('dateTime', dateTime)
edge.global('dayOrTime', dayOrTime)

/** 26 0481 2075: a petition's number as it is read out. */
edge.global('shownNumber', (number: string) =>
  number.replace(/^(\d\d)(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3')
)

edge.global('unbroken', unbroken)
edge.global('callable', callable)

/** What a telephone dials. */
edge.global('dialled', (phone: string) => phone.replace(/[^\d+]/g, ''))
