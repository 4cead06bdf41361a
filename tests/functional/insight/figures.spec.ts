import { test } from '@japa/runner'
import { type DateTime } from 'luxon'
import { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { today } from '#shared/turkish_date'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** People bring a subject so many times, on one day. */
async function brought(code: string, times: number, day: DateTime) {
  const subject = (await Catalogue.current()).subjectByCode(code)!
  for (let time = 0; time < times; time++) {
    const { petition } = await Petition.receive(details({ subject }))
    await Petition.query()
      .where('id', petition.id)
      .update({ received_at: day.toUTC().toSQL({ includeOffset: false }) })
  }
  return subject.name
}

const monday = () => today().startOf('week')
const lastMonday = () => monday().minus({ weeks: 1 })

/** The lines of the table of subjects, top down. */
function rising(page: string) {
  const table = /aria-labelledby="subjects">(.*?)<\/section>/s.exec(page)![1]!
  return [...table.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name)
}

test.group('The managers’ page', (group) => {
  wrapped(group)

  test('names the subjects that rose, the steepest first, and no other', async ({
    client,
    assert,
  }) => {
    const food = await brought('sosyal.gida', 2, monday())
    const money = await brought('sosyal.nakdi', 4, monday())
    await brought('sosyal.nakdi', 1, lastMonday())
    await brought('sosyal.yakacak', 3, monday())
    await brought('sosyal.yakacak', 3, lastMonday())
    await brought('sosyal.barinma', 2, lastMonday())

    const page = await client.get('/izleme').loginAs(await officer('kaymakam'))
    assert.deepEqual(rising(page.text()), [money, food])
  })

  test('says so when nothing rose', async ({ client, assert }) => {
    await brought('sosyal.gida', 2, lastMonday())
    const page = await client.get('/izleme').loginAs(await officer('kaymakam'))
    assert.deepEqual(rising(page.text()), [])
    page.assertTextIncludes('artan konu yok')
  })

  test('opens the list of each figure of its sentence', async ({ client, assert }) => {
    const manager = await officer('kaymakam')
    const page = await client.get('/izleme').loginAs(manager)
    const sentence = /figures-sentence">(.*?)<\/p>/s.exec(page.text())![1]!
    const lists = [...sentence.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(lists, ['/kayit?durum=today', '/kayit?durum=late'])
  })
})
