import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { dayOf, shortDate, today } from '#shared/dates/turkish_date'
import { folded } from '#shared/folded_text'
import type { Form, Words } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import { Holiday } from '../../models/holiday.ts'
import type { Book, Hand, ListInFile } from '../list_in_file.ts'
import { keepRow } from './keep_row.ts'
import { Matched } from './matched.ts'

interface Day {
  day: DateTime
  portion: string
  name: string
  kind: string
  basis: string | null
}

const PORTION = new Matched({ full: 'Tam gün', am: 'Öğleden önce', pm: 'Öğleden sonra' })
const KIND = new Matched({ statutory: 'Resmî tatil', administrative: 'İdari izin' })

/** Tatil ve izin günleri: the authority's own, beside the country's, which no file changes. */
export const HOLIDAYS: ListInFile = {
  title: 'Tatil ve izin günleri',
  thing: 'holiday',
  permission: 'calendar.manage',
  columns: [
    { field: 'day', title: 'Gün' },
    { field: 'portion', title: 'Ne kadarı' },
    { field: 'name', title: 'Ad' },
    { field: 'kind', title: 'Tür' },
    { field: 'basis', title: 'Dayanak', optional: true },
  ],
  open: (hand) => openHolidays(hand) as never,
}

async function openHolidays({ officer, trx: reading }: Hand): Promise<Book<Holiday, Day>> {
  const { authorityId } = officer
  const query = Holiday.query({ client: reading }).whereNull('closed_at').orderBy('day')
  query.where((of) => of.where('authority_id', authorityId).orWhereNull('authority_id'))
  const rows = await query.orderBy('id')
  const known = Map.groupBy(rows, (row) => dayIn(wordsOf(row)))
  const find = (words: Words) => {
    const there = known.get(dayIn(words)) ?? []
    const sameName = there.find(({ name }) => folded(name) === folded(words.name ?? ''))
    return sameName ?? (there.length === 1 ? there[0] : undefined)
  }
  return {
    rows,
    keyOf(words) {
      const found = find(words)
      const key = found ? `${found.id}` : `${dayIn(words)} ${folded(words.name ?? '')}`
      return { field: 'day', key }
    },
    find,
    wordsOf,
    read: (form, found) => read(form, found),
    factsOf: ({ kind, portion, ...row }) => ({
      ...wordsOf({ ...row, kind, portion }),
      kind,
      portion,
    }),
    nameOf: ({ name }) => name,
    write: (day, found, trx) => keepRow(found ?? new Holiday().merge({ authorityId }), day, trx),
    /** By it last days may have been reckoned: it is closed, as on its own page. */
    async remove(id, trx) {
      const own = Holiday.query({ client: trx }).where({ id, authority_id: authorityId })
      await own.update({ closed_at: stamp(DateTime.utc()) })
    },
  }
}

function wordsOf({ day, portion, name, kind, basis }: Day | Holiday): Words {
  const words = { portion: PORTION.wordOf(portion), name, kind: KIND.wordOf(kind) }
  return { day: day ? shortDate(dayOf(day)) : '', ...words, basis: basis ?? '' }
}

/** 01.05.2027 and 1.5.2027 are one day; half days stand beside each other, and so may two names. */
function dayIn({ day = '', portion = '' }: Words) {
  const plain = /^\d{4}-\d\d-\d\d$/.test(day) ? day.split('-').reverse().join('.') : day
  const [d = '', m = '', y = ''] = plain.split('.')
  return `${Number(d)}.${Number(m)}.${Number(y)} ${PORTION.parse(portion) ?? portion}`
}

const { holidays: MAX } = LONGEST

function read(form: Form, found: Holiday | undefined): Day {
  const day = form.day('day', { required: true })
  const portion = form.as('portion', PORTION, { required: true })
  const name = form.line('name', { max: MAX.name, required: true })
  const kind = form.as('kind', KIND, { required: true })
  const basis = form.line('basis', { max: MAX.basis })
  const said = { day, portion, name, kind, basis }
  const isTheCountrys = found && found.authorityId === null
  if (!isTheCountrys && kind === 'statutory') form.wrong('kind', 'nations')
  if (!isTheCountrys && day && isFar(day)) form.wrong('day', 'far')
  if (isTheCountrys && form.reasons.length === 0 && differs(said, found)) {
    form.wrong('day', 'nations')
  }
  return said
}

/** Who types 2062 for 2026 closes no office. */
function isFar(day: DateTime) {
  return day < today().minus({ years: 1 }) || day > today().plus({ years: 10 })
}

function differs(one: Day, other: Holiday) {
  return JSON.stringify(wordsOf(one)) !== JSON.stringify(wordsOf(other))
}
