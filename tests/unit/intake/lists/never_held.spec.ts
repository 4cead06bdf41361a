import { test } from '@japa/runner'
import { DESK_STAGES, OPEN_STAGES, PetitionList, type ListFilter } from '#intake'
import { Period } from '#shared/dates/period'
import { today } from '#shared/dates/turkish_date'
import { statementsOf } from '#tests/support/databases/statements'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer } from '#tests/support/journey'

const WEEK = Period.named('week')!
const LAST_WEEK = Period.named('lastWeek')!

/** What never holds together, whoever asks. */
const NEVER: Record<string, ListFilter> = {
  'open with an outcome': { stages: OPEN_STAGES, outcome: 'granted' },
  'open and concluded': { stages: OPEN_STAGES, concluded: true },
  'open and concluded last week': { stages: DESK_STAGES, concludedIn: LAST_WEEK },
  'concluded before it came': { receivedIn: WEEK, concludedIn: LAST_WEEK },
  'due on a day and before it': { stages: OPEN_STAGES, dueOn: today(), dueBefore: today() },
  'in charge of no unit': { stages: OPEN_STAGES, unitId: null },
}

test.group('What a list can never hold', (group) => {
  wrapped(group)

  for (const [what, filter] of Object.entries(NEVER)) {
    test(`is answered without the database: ${what}`, async ({ assert }) => {
      const sef = await officer('sef')
      const { statements, result } = await statementsOf(async () => ({
        page: await PetitionList.page(sef, filter, '2026-01-05_17'),
        counts: await PetitionList.counts(sef, [filter, filter]),
      }))
      assert.deepEqual(statements, [])
      assert.deepEqual(result.page, { rows: [], next: null, short: null })
      assert.deepEqual(result.counts, Array(2).fill({ count: 0, more: false }))
    })
  }

  test('is answered without it to whoever sees nothing of it', async ({ assert }) => {
    const nobody = await (await newOfficer('bilgi', null, ['it'])).loadRoles()
    const ask = async () => [
      await PetitionList.page(nobody, {}),
      await PetitionList.page(await officer('masa'), { desk: 'management', stages: DESK_STAGES }),
      await PetitionList.page(await officer('tarim'), { desk: 'bureau' }),
    ]
    const { statements, result } = await statementsOf(ask)
    const lists = statements.filter((sql) => sql.includes('petition'))
    assert.deepEqual(lists, [])
    for (const { rows, next } of result) assert.deepEqual([rows, next], [[], null])
  })

  test('leaves alone what may hold together', async ({ assert }) => {
    const sef = await officer('sef')
    for (const filter of [
      { receivedIn: LAST_WEEK, concludedIn: WEEK },
      { receivedIn: WEEK, concludedIn: WEEK, outcome: 'granted' },
      { stages: OPEN_STAGES, dueBefore: today(), receivedIn: WEEK },
    ] as const) {
      const { statements } = await statementsOf(() => PetitionList.page(sef, filter))
      assert.isNotEmpty(statements)
    }
  })
})
