import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { answered, objected } from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { atTheUnit } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'

const DIRECTIVE = { directive: 'Yerinde bakılsın.', directiveDay: '2026-12-09', to: '' }
const MORE = () => `(${says('house.counted.more')})`
const LATE = () => says('response.afterwards.objections.lateMore')

/** The one row of a table as often as is said, all in all. */
async function times(table: string, count: number, changed: object = {}) {
  const { id: _, ...row } = await db.from(table).orderBy('id').firstOrFail()
  const [{ all }] = await db.from(table).count('* as all')
  const rows = Array.from({ length: count - Number(all) }, () => ({ ...row, ...changed }))
  for (const one of rows) await db.table(table).insert(one)
}

const page = async (client: ApiClient, path: string, login: string) =>
  (await client.get(path).loginAs(await officer(login))).text()

test.group('What is counted no further than twenty', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('says of directives that there are more, at the unit and for whoever gave them', async ({
    client,
    assert,
  }) => {
    const { number } = await referredTo('TAR')
    const kaymakam = await officer('kaymakam')
    const form = client.post('/talimatlar/yeni').loginAs(kaymakam).withCsrfToken().redirects(0)
    ;(await form.form({ ...DIRECTIVE, numbers: number })).assertStatus(303)
    // What is answered already comes first and is not counted.
    await times('directives', 31, { state: 'answered', day: '2026-12-04' })
    await times('directives', 50)
    itIs('2026-12-11T09:00:00Z')
    assert.include(await page(client, '/birim', 'tarim'), '(20)')
    assert.include(await page(client, '/izleme', 'kaymakam'), `(${LATE()})`)
    for (const login of ['tarim', 'kaymakam']) {
      const list = await page(client, '/talimatlar', login)
      assert.notInclude(list, says('response.directives.more'))
    }
    await times('directives', 51)
    assert.include(await page(client, '/birim', 'tarim'), MORE())
    for (const login of ['tarim', 'kaymakam']) {
      assert.include(await page(client, '/talimatlar', login), says('response.directives.more'))
    }
  })

  test('says of promises that are due that there are more', async ({ client, assert }) => {
    const { petition } = await atTheUnit()
    const promised = { promised: 'Yol asfaltlanacak.', promiseDay: '2027-03-31' }
    ;(await send(client, await officer('tarim'), petition, 'soz', promised)).assertStatus(303)
    await db.from('commitments').update({ state: 'open', day: '2026-12-01' })
    await times('commitments', 20)
    assert.include(await page(client, '/birim', 'tarim'), '(20)')
    await times('commitments', 21)
    assert.include(await page(client, '/birim', 'tarim'), MORE())
  })

  test('says of objections that there are more, and how many of them are late', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    for (let count = 2; count <= 21; count++) {
      const { id } = await received({ text: `Yol ${count}. kez bozuldu.` })
      await times('objections', count, { petition_id: id })
    }
    const more = says('house.counted.more')
    assert.include(await page(client, '/birim', 'sef'), `(${more})`)
    await db.from('objections').update({ due_on: '2026-12-01' })
    assert.include(await page(client, '/birim', 'sef'), `(${more} · ${LATE()})`)
  })
})
