import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PetitionList, type ChosenOrder } from '#intake'
import { alphabetical } from '#shared/database/alphabetical'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, referredTo } from '#tests/support/journey'

const WAITING = { stages: ['received', 'returned', 'reopened'] } as const

/** Numbers in their order on the page at this address. */
function listed(page: { text(): string }) {
  return [...page.text().matchAll(/id="p(\d{10})"/g)].map(([, number]) => number!)
}

test.group('The queue is ordered', (group) => {
  wrapped(group)

  test('by place as the alphabet has it, letters with and without hooks', async ({ assert }) => {
    const places = ['Şen Köyü', 'Zeytinli', 'Işıklar', 'İskele', 'Çınar', 'Cami', 'Hamam', 'Sazlı']
    for (const place of places) await received({ place })
    const tipOff = await received({ kind: 'tipOff', place: 'Akçay' })
    const rows = await db.from('petitions').select('place', 'place_order')
    for (const { place, place_order: key } of rows) {
      assert.include(['', alphabetical(place)], key)
    }
    const masa = await officer('masa')
    const { rows: list } = await PetitionList.page(masa, { ...WAITING, order: 'place' })
    const shown = list.map(({ number, place }) => (number === tipOff.number ? '' : place))
    const wanted = ['', ...places.toSorted(new Intl.Collator('tr').compare)]
    assert.deepEqual(shown, wanted)
  })

  test('by each order from page to page, nothing twice and nothing left out', async ({
    assert,
  }) => {
    const catalogue = await district()
    for (let one = 0; one < 75; one++) {
      const subject = one % 5 === 0 ? undefined : catalogue.subjects[one % 4]!
      await received({ subject, place: one % 3 === 0 ? null : `Yer ${one % 4}` })
    }
    const masa = await officer('masa')
    for (const order of ['lastDay', 'subject', 'place', 'unit'] as ChosenOrder[]) {
      const seen: string[] = []
      const keys: (string | null)[] = []
      let next: string | null = null
      do {
        const page = await PetitionList.page(masa, { ...WAITING, order }, next)
        seen.push(...page.rows.map(({ number }) => number))
        keys.push(...page.rows.map((row) => (order === 'place' ? row.place : row.subject)))
        next = page.next
      } while (next)
      assert.lengthOf(new Set(seen), 75, order)
      assert.lengthOf(seen, 75, order)
      if (order === 'lastDay' || order === 'unit') continue
      const turns = keys.filter((key, at) => key !== keys[at - 1]).length
      assert.equal(turns, new Set(keys).size, `${order}: what is alike stands together`)
    }
  })

  test('and narrowed by addresses, in which no place of a list is told', async ({
    client,
    assert,
  }) => {
    const catalogue = await district()
    const place = catalogue.places[0]!
    const [here] = [await received({ place: `${place}, Deneme Sokak` })]
    const subject = catalogue.subjects[0]!
    const about = await received({ subject, place: 'Başka yer' })
    const atUnit = await referredTo('TAR', { place: 'Başka yer' })
    for (let more = 0; more < 31; more++) await received({ place: 'Gizli Sokak 7' })
    const masa = await officer('masa')
    const open = (asked: Record<string, string>) =>
      client.get(`/masa?${new URLSearchParams(asked)}`).loginAs(masa)

    assert.deepEqual(listed(await open({ yer: place })), [here.number])
    assert.deepEqual(listed(await open({ konu: subject.code })), [about.number])
    assert.deepEqual(listed(await open({ filtre: 'withUnits', birim: 'TAR' })), [atUnit.number])
    const all = await open({ sira: 'yer' })
    assert.lengthOf(listed(all), 30)
    assert.notMatch(all.text(), /sonra=[^"]*gizli/i)
    const wrong: Record<string, string>[] = [
      { sira: 'yok' },
      { konu: 'yok', birim: '__proto__', yer: 'Yok' },
    ]
    for (const asked of wrong) assert.lengthOf(listed(await open(asked)), 30)
  })
})
