import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { ask, ONE, ordinary } from '#tests/support/response/assisted'
import * as standIn from '#tests/support/response/stand_in'
import { StandIn } from '#tests/support/response/stand_in'

test.group('Whether the assistant is there', (group) => {
  wrapped(group)

  test('is said to the IT officer, with no address, key or person', async (context) => {
    const { client, assert } = context
    const bilgiislem = await officer('bilgiislem')
    const look = () => client.get('/taslak-yardimcisi').loginAs(bilgiislem)
    const off = await look()
    off.assertTextIncludes(says('response.assisting.page.how.off'))

    const server = await StandIn.open(context)
    server.behaves = standIn.writes(ONE)
    const petition = await ordinary()
    await ask(client, await officer('tarim'), petition)
    server.behaves = standIn.says(200, '{"data":[]}')
    const there = await look()
    there.assertTextIncludes(says('response.assisting.page.how.there'))
    there.assertTextIncludes(says('response.assisting.page.ended.given'))
    const { origin, key, model } = server.settings
    for (const word of [origin.port, key, model, petition.number]) {
      assert.notInclude(there.text(), word)
    }

    server.behaves = standIn.says(302, '', { location: 'http://93.184.216.34/' })
    const wrong = await look()
    wrong.assertTextIncludes(says('response.assisting.page.how.wrong'))
    await server.close()
    const away = await look()
    away.assertTextIncludes(says('response.assisting.page.how.away'))
    const tarim = await client.get('/taslak-yardimcisi').loginAs(await officer('tarim'))
    tarim.assertStatus(403)
  })
})
