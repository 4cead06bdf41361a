import db from '@adonisjs/lucid/services/db'
import { nameKey, OUTCOMES } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Asked, Sorts } from './lists.js'
import { longPetition } from './long_petition.js'
import { unpainted, type Shown } from './unpainted.js'

/** Has a thousand petitions. */
const BUSY = {
  phone: '0500 012 34 56',
  nationalId: '12345678950',
  paper: 'E-2026/7',
  name: 'Ayşe Deneme',
}
const NOBODY = {
  phone: '0500 099 98 76',
  nationalId: '10000000146',
  paper: 'E-2026/8',
  name: 'Hiç Kimse',
}
const THOUSAND = 1000

/**
 * What there is to ask for, found among the rows: what most of them have, what hardly any has, what
 * none has. One petition is made longer than anybody expects, and somebody gets a thousand.
 *
 * @param everybody opens the queue, the inbox and the register
 */
export async function whatToAsk(everybody: Officer): Promise<Asked> {
  const long = await longPetition()
  const plain = await db
    .from('messages')
    .join('petitions', 'petitions.id', 'messages.petition_id')
    .whereNot('petitions.id', long.id)
    .orderBy('messages.id')
    .select('messages.id', 'petitions.number')
    .firstOrFail()
  await toOnePerson()
  return {
    units: await named('units', 'unit_id', { kind: 'internal' }),
    subjects: await named('subjects', 'subject_id', {}),
    outcomes: await sorts('outcome', [...OUTCOMES]),
    petitions: { plain: plain.number, long: long.number },
    messages: { plain: String(plain.id), long: String(long.message) },
    phones: { most: BUSY.phone, none: NOBODY.phone },
    nationalIds: { most: BUSY.nationalId, none: NOBODY.nationalId },
    papers: { most: BUSY.paper, none: NOBODY.paper },
    names: { most: BUSY.name, none: NOBODY.name },
    officer: everybody.id,
    assignee: await assigneeOf(),
    test: long.test,
    authorities: everybody.below.length > 0 ? await codesOf(everybody) : [],
    offered: await offered(everybody),
  }
}

/** In whose hands most is (databases/many_assignments.ts). */
async function assigneeOf() {
  const row = await db.from('petitions').whereNotNull('assignee_id').select('assignee_id').first()
  return Number(row?.assignee_id ?? 0)
}

/** One's own, and one below. */
async function codesOf({ authorityId, below }: Officer) {
  const { authority } = await Catalogue.of(authorityId)
  return [authority.code, below[0]!.code]
}

/** By code, of those that are kept as ids. */
async function named(table: string, column: string, which: object): Promise<Sorts> {
  const rows: { id: number; code: string }[] = await db
    .from(table)
    .where(which)
    .select('id', 'code')
    .orderBy('id')
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const { most, few, none } = await sorts(column, [...codes.keys()])
  return { most: codes.get(most)!, few: codes.get(few)!, none: codes.get(none)! }
}

async function sorts<T extends string | number>(column: string, all: T[]) {
  const counted: { value: T; count: number }[] = await db
    .from('petitions')
    .whereNotNull(column)
    .groupBy(column)
    .select(`${column} as value`)
    .count('* as count')
    .orderBy('count', 'desc')
  const found = counted.map(({ value }) => value).filter((value) => all.includes(value))
  const none = all.find((one) => !found.includes(one)) ?? found.at(-1)!
  return { most: found[0]!, few: found.at(-1)!, none }
}

async function toOnePerson() {
  const [{ count }] = await db.from('petitioners').count('* as count')
  const apart = Math.max(1, Math.floor(Number(count) / THOUSAND))
  const [phone, nationalId] = [
    blindIndex('phone', PhoneNumber.parse(BUSY.phone)!.e164),
    blindIndex('nationalId', BUSY.nationalId),
  ]
  await db
    .from('petitioners')
    .whereRaw('petition_id % ? = 0', [apart])
    .update({ phone_index: phone, national_id_index: nationalId, name_index: nameKey(BUSY.name) })
  // Speaks for a thousand others, and one document holds a thousand.
  await db.rawQuery(
    `insert into representatives (petition_id, authority_id, relation, phone_index, national_id_index,
       name_index)
     select id, authority_id, 'lawyer', ?, ?, ? from petitions where id % ? = 1 % ?`,
    [phone, nationalId, nameKey(BUSY.name), apart, apart]
  )
  await db.rawQuery(
    `insert into papers (authority_id, petition_id, number, number_key)
     select authority_id, id, ?, 'e-2026-7' from petitions where id % ? = 0`,
    [BUSY.paper, apart]
  )
}

/** What the pages themselves offer: a filter that is new is asked for as the others are. */
async function offered(everybody: Officer) {
  const keys = async (path: string) => {
    const { filters } = await unpainted(everybody, { path })
    return filters!.map(({ key }) => key)
  }
  const register: Shown & { states?: string[] } = await unpainted(everybody, { path: '/kayit' })
  return {
    'queue.index': await keys('/masa'),
    'inbox.index': await keys('/birim'),
    'register.index': register.states!,
  }
}
