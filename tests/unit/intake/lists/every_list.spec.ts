import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DESK_STAGES, OPEN_STAGES, PetitionList, type ListFilter } from '#intake'
import type { Officer } from '#organisation'
import { Period } from '#shared/dates/period'
import { today } from '#shared/dates/turkish_date'
import { canHold, narrow } from '../../../../app/intake/lists/filter.js'
import { Order } from '../../../../app/intake/lists/order.js'
import { emptied } from '#tests/support/database'
import { district, districtId, districtsBelow } from '#tests/support/databases/district'
import { newOfficer, officer } from '#tests/support/journey'
import { spreadOver } from '#tests/support/spread'
import { manyPetitions } from '#tests/support/many_petitions'

const WEEK = Period.named('week')!
const LAST_WEEK = Period.named('lastWeek')!

/** What the register, the queue and the inbox ask for, by the field that asks for it. */
const ASKED = {
  state: [
    { stages: OPEN_STAGES },
    { stages: OPEN_STAGES, dueBefore: today() },
    { stages: OPEN_STAGES, dueOn: today().plus({ days: 1 }) },
    { concluded: true },
    { desk: 'management', stages: DESK_STAGES },
    { stages: ['awaitingApproval'] },
  ],
  unit: [{ unitId: 0 }, { unitId: 1 }, { unitId: 2 }],
  subject: [{ subjectIds: [0] }, { subjectIds: [19] }, { subjectIds: [0, 19] }],
  outcome: [{ outcome: 'granted' }, { outcome: 'inadmissible' }],
  concludedIn: [{ concludedIn: WEEK }, { concludedIn: LAST_WEEK }],
  receivedIn: [{ receivedIn: WEEK }, { receivedIn: LAST_WEEK }],
} as const satisfies Record<string, readonly ListFilter[]>

async function everyPair() {
  const fields = Object.values(ASKED) as (readonly ListFilter[])[]
  const pairs = fields.flatMap((ones, at) =>
    ones.flatMap((one) => [
      one,
      ...fields
        .slice(at + 1)
        .flat()
        .map((other) => ({ ...one, ...other })),
    ])
  )
  const catalogue = await district()
  const inside = catalogue.units.filter((unit) => !unit.isExternal && !unit.isBureau)
  const units = [catalogue.bureau, ...inside]
  const subjects: { id: number }[] = await db.from('subjects').orderBy('id').limit(20)
  return [{}, ...pairs].map((filter: ListFilter) => ({
    ...filter,
    ...('unitId' in filter && { unitId: units[filter.unitId!]!.id }),
    ...('subjectIds' in filter && { subjectIds: filter.subjectIds!.map((at) => subjects[at]!.id) }),
  }))
}

async function cast() {
  const { units } = await district()
  const inside = units.filter((unit) => !unit.isExternal && !unit.isBureau)
  const [first, second] = inside.map(({ code }) => code)
  const people = [
    await officer('masa'),
    await officer('sef'),
    await officer('kaymakam'),
    await newOfficer('birim', first!, ['unitOfficer']),
    await newOfficer('amir', second!, ['unitHead', 'unitOfficer']),
    await newOfficer('iki', first!, ['unitOfficer', 'bureauOfficer']),
    await newOfficer('ust', second!, ['unitHead', 'manager']),
    await newOfficer('bilgi', null, ['it']),
  ]
  for (const person of people) await person.loadRoles()
  return people
}

/** Every petition of a list, page after page, with how often a page ended before it was full. */
async function walked(page: (after: string | null) => ReturnType<typeof PetitionList.page>) {
  const numbers: string[] = []
  const places: string[] = []
  let short = 0
  let after: string | null = null
  do {
    const one: Awaited<ReturnType<typeof page>> = await page(after)
    numbers.push(...one.rows.map(({ number }) => number))
    if (one.short) short++
    after = one.next
    if (after) places.push(after)
  } while (after)
  return { numbers, short, places }
}

/** The same by one plain query over everything, in the list's order. */
async function plain(person: Officer, filter: ListFilter) {
  const order = Order.of(filter)
  const query = narrow(db.from('petitions'), person, filter)
  const rows = await query
    .select('petitions.id', 'number')
    .select(db.raw(`${order.column ? `cast(${order.column} as char)` : "''"} as ${'`key`'}`))
  const places = rows as unknown as { id: number; number: string; key: string }[]
  return places.toSorted((one, other) => order.compare(one, other))
}

/** Ids that anybody reads from where pages begin. */
function told(places: string[]) {
  return places.flatMap((place) => /^(?:[\dT-]+_)?(\d+)$/.exec(place)?.[1] ?? []).map(Number)
}

test.group('Every list, page by page', (group) => {
  emptied(group)

  test('holds each petition once: all filters, all pairs, all roles', async ({ assert }) => {
    await manyPetitions(900)
    let short = 0
    for (const person of await cast()) {
      for (const filter of await everyPair()) {
        const named = `${person.login} ${JSON.stringify(filter)}`
        const found = await walked((after) => PetitionList.page(person, filter, after))
        const rows = await plain(person, filter)
        assert.lengthOf(new Set(found.numbers), found.numbers.length, `twice: ${named}`)
        assert.deepEqual(
          found.numbers,
          rows.map(({ number }) => number),
          named
        )
        const ids = rows.map(({ id }) => id)
        assert.includeMembers(ids, told(found.places), `tells of a hidden one: ${named}`)
        const [count] = await PetitionList.counts(person, [filter])
        if (count!.count === 0) assert.isFalse(count!.more, `0+: ${named}`)
        if (!canHold(person, filter)) assert.isEmpty(rows, named)
        short += found.short
      }
    }
    assert.isAbove(short, 0, 'no page ended short')
  }).timeout(120_000)

  test('holds each petition once across a tree: whoever manages a governorate', async ({
    assert,
  }) => {
    const below = await districtsBelow(5)
    await manyPetitions(900)
    await spreadOver(below)
    const managers = [
      await officer('kaymakam'),
      await newOfficer('ikisi', null, ['manager', 'bureauChief']),
      await newOfficer('amiri', 'TAR', ['manager', 'unitHead']),
    ]
    const narrowed = [undefined, districtId(), below[1]]
    // As the figures of a tree open a subject: each authority's own.
    const { code } = await db.from('subjects').orderBy('id').firstOrFail()
    const subjects = await db.from('subjects').where({ code }).select('id')
    const subjectIds: number[] = subjects.map(({ id }) => id)
    const several = [{ subjectIds }, { subjectIds, stages: OPEN_STAGES }]
    let [short, across] = [0, 0]
    for (const person of managers) {
      await person.loadRoles()
      for (const [at, one] of [...(await everyPair()), ...several].entries()) {
        const authorityId = narrowed[at % narrowed.length]
        const filter = { ...one, ...(authorityId && { authorityId }) }
        const named = `${person.login} ${JSON.stringify(filter)}`
        const found = await walked((after) => PetitionList.page(person, filter, after))
        const rows = await plain(person, filter)
        assert.deepEqual(
          found.numbers,
          rows.map(({ number }) => number),
          named
        )
        if (!canHold(person, filter)) assert.isEmpty(rows, named)
        if (!authorityId && found.numbers.length > 60) across++
        short += found.short
      }
    }
    assert.isAbove(across, 5)
  }).timeout(120_000)

  test('holds each petition once while others end between its pages', async ({ assert }) => {
    await manyPetitions(600)
    const sef = await officer('sef')
    const filter = { stages: OPEN_STAGES }
    const there = await plain(sef, filter)
    const seen: string[] = []
    const ended = new Set<string>()
    await walked(async (after) => {
      const page = await PetitionList.page(sef, filter, after)
      seen.push(...page.rows.map(({ number }) => number))
      // One that was shown ends, the last one too, by which the next page begins; and one that was not.
      const going = [page.rows.at(-1)?.number, seen.at(-2), there.at(-seen.length)?.number]
      for (const number of going.filter((one) => one !== undefined)) {
        ended.add(number)
        await db.from('petitions').where({ number }).update({ stage: 'concluded' })
      }
      return page
    })
    assert.lengthOf(new Set(seen), seen.length)
    const stayed = there.map(({ number }) => number).filter((number) => !ended.has(number))
    assert.includeMembers(seen, stayed)
  })
})
