import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { fresh, numbersIn } from '#tests/support/inbox'
import { officer, referredTo } from '#tests/support/journey'
import { openedIn, sentIn, standsInFor } from '#tests/support/standing_in'

test.group('In somebody’s place', (group) => {
  emptied(group)

  test('a petition is taken for whoever is away, and is there when they come back', async ({
    client,
    assert,
  }) => {
    const [tarim, orman] = [await officer('tarim'), await officer('tapu')]
    const place = await standsInFor(orman, tarim)
    const petition = await referredTo('TAR')
    const fields = { version: String(petition.version) }
    const taken = await sentIn(client, orman, place, [
      `/dosya/${petition.number}/uzerine-al`,
      fields,
    ])
    taken.assertStatus(303)
    assert.equal((await fresh(petition)).assigneeId, tarim.id)
    const page = await openedIn(client, orman, place, '/birim?kim=ben')
    page.assertTextIncludes(`id="p${petition.number}"`)
    assert.isEmpty(await numbersIn(client, orman, '?kim=ben'))
    assert.deepEqual(await numbersIn(client, tarim, '?kim=ben'), [petition.number])
  })
})
