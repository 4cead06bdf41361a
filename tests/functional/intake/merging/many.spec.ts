import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { details } from '#tests/support/petitions'

const PHONE = PhoneNumber.parse('0500 012 34 56')

/** What one person brought, the first one first. */
async function brought(count: number) {
  const all: Petition[] = []
  for (let at = 1; at <= count; at++) {
    const text = `Yolumuz çok bozuk, ${at}. kez söylüyorum.`
    all.push((await Petition.receive(details({ phone: PHONE, text }))).petition)
  }
  return all
}

const MORE = () => says('intake.merging.more')
const radio = ({ number }: Petition) => `type="radio" name="other" value="${number}"`

test.group('Petitions of one person that are many', (group) => {
  wrapped(group)

  test('stand there to the last while they are twenty', async ({ client, assert }) => {
    const all = await brought(21)
    const sef = await officer('sef')
    const page = await client.get(`/dosya/${all.at(-1)!.number}/birlestirme`).loginAs(sef)
    for (const one of all.slice(0, -1)) page.assertTextIncludes(radio(one))
    assert.notInclude(page.text(), MORE())
  })

  test('stand there newest, and the page says that an older one is reached by its number', async ({
    client,
    assert,
  }) => {
    const all = await brought(22)
    const [oldest, next, last] = [all[0]!, all[1]!, all.at(-1)!]
    const sef = await officer('sef')
    const path = `/dosya/${last.number}/birlestirme`
    const page = await client.get(path).loginAs(sef)
    page.assertTextIncludes(MORE())
    page.assertTextIncludes(radio(next))
    assert.notInclude(page.text(), radio(oldest))
    // What was chosen in the list cannot be taken back there: the number that was typed counts.
    const fields = { version: String(last.version), other: next.number, number: oldest.shownNumber }
    ;(await sendAs(client, sef, path, fields)).assertStatus(303)
    assert.equal((await Petition.findOrFail(last.id)).leadId, oldest.id)
  })

  test('are reached by their numbers where none of the newest can be merged', async ({
    client,
    assert,
  }) => {
    const all = await brought(22)
    const [oldest, last] = [all[0]!, all.at(-1)!]
    const newest = all.slice(1, -1).map(({ id }) => id)
    await db.from('petitions').whereIn('id', newest).update({ kind: 'informationRequest' })
    const sef = await officer('sef')
    const path = `/dosya/${last.number}/birlestirme`
    const page = await client.get(path).loginAs(sef)
    page.assertTextIncludes(says('intake.merging.noneOfNewest'))
    assert.notInclude(page.text(), MORE())
    const fields = { version: String(last.version), number: oldest.shownNumber }
    ;(await sendAs(client, sef, path, fields)).assertStatus(303)
  })
})
