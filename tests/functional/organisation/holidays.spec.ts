import { test } from '@japa/runner'
import { Settings } from 'luxon'
import { LastDay, Petition } from '#intake'
import { HolidayWatch, Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'

/** The holidays of 2024 to 2030 are entered. */
const TOLD = [
  { day: '2030-08-31', year: null },
  { day: '2030-09-01', year: 2031 },
  { day: '2031-03-02', year: 2031 },
  { day: '2026-11-28', year: null },
]

test.group('When the holidays run out', (group) => {
  wrapped(group)

  for (const { day, year } of TOLD) {
    test(`IT reads of ${year ?? 'nothing'} on ${day}, on its page and in the log`, async ({
      client,
      assert,
      cleanup,
    }) => {
      const now = Settings.now
      cleanup(() => void (Settings.now = now))
      Settings.now = () => Date.parse(`${day}T09:00:00Z`)
      const officer = await Officer.findByOrFail('login', 'bilgiislem')
      const page = await client.get('/gecitler').loginAs(officer)
      page.assertStatus(200)
      const sentence = `${year} yılının resmî tatilleri girilmemiş`
      assert.equal(page.text().includes(sentence), year !== null)
      assert.equal(page.text().includes('resmî tatilleri girilmemiş'), year !== null)

      const said: object[] = []
      await new HolidayWatch({ warn: (data) => void said.push(data) }).look()
      assert.deepEqual(said, year === null ? [] : [{ year }])
    })
  }

  test('petitions get their last days all the same', async ({ assert, cleanup }) => {
    const now = Settings.now
    cleanup(() => void (Settings.now = now))
    Settings.now = () => Date.parse('2031-04-16T09:00:00Z')
    await district()
    const { petition } = await Petition.receive(details())
    const { promise } = await LastDay.of(petition)
    assert.equal(promise!.dueOn.toISODate(), '2031-04-23')
    assert.equal(promise!.reasonIn('tr'), 'kayıt gününden sonra 7 gün')
  })
})
