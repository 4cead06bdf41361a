import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Referral } from '#routing'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { newOfficer, officer, referredTo, unit } from '#tests/support/journey'
import { opened } from '#tests/support/walks/every_form'

const PAGE = '/izleme/iadeler'

async function givenBack(about: Parameters<typeof referredTo>[1] = {}) {
  const petition = await referredTo('TAR', about)
  const referral = await Referral.currentOf(petition)
  await referral.giveBack(await officer('tarim'), 'Orman yoludur.')
  return petition
}

/** Each line of the page: from whom, to whom, how often. */
async function pairs(client: ApiClient, login = 'sef') {
  const page = (await opened(client, await officer(login), PAGE)).text()
  const rows = [
    ...page.matchAll(/<tr>\s*<th scope="row">([^<]*)[^]*?<td>([^<]*)[^]*?<summary>([^<]*)/g),
  ]
  return { page, rows: rows.map(([, ...cells]) => cells) }
}

test.group('Returns per pair of units', (group) => {
  wrapped(group)

  test('are counted from whom to whom, and lead to each petition', async ({ client, assert }) => {
    const [tar, orm] = [await unit('TAR'), await unit('ORM')]
    const petitions = [await givenBack(), await givenBack(), await givenBack()]
    const sef = await officer('sef')
    for (const petition of petitions.slice(1)) await Referral.make(petition, orm, sef)
    const { page, rows } = await pairs(client)
    assert.deepEqual(rows, [
      [tar.name, orm.name, says('insight.returns.of', { count: 2 })],
      [tar.name, says('insight.returns.desk'), says('insight.returns.of', { count: 1 })],
    ])
    for (const { number } of petitions) assert.include(page, `/dosya/${number}`)
  })

  test('are not counted where their reader does not see the petition', async ({
    client,
    assert,
  }) => {
    const about = { complainedUnit: await unit('EMN'), kind: 'complaint' as const }
    await givenBack(about)
    assert.lengthOf((await pairs(client)).rows, 1)
    const police = await newOfficer('emniyet.yonetici', 'EMN', ['manager', 'unitHead'])
    const page = (await opened(client, police, PAGE)).text()
    assert.include(page, says('insight.returns.none'))
  })
})
