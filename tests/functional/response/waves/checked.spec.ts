import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Petition } from '#intake'
import { restrict } from '#routing'
import type { Wave } from '../../../../app/response/models/wave.ts'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { atUnit, MADE } from '#tests/support/waves/at_unit'

const PLAIN = 'Devletin hane başına verdiği böyle bir destek yoktur. Listeye kimse yazılmaz.'
const COPY = MADE.findIndex(({ need }) => need === null)

/** The form as the unit sends it to its head. */
async function submit(client: ApiClient, wave: Wave, about: Record<string, string>) {
  const words = { outcome: 'informed', ground: '', reason: '', remedy: '', version: '0' }
  const sent = { ...words, intent: 'submit', ...about }
  return sendAs(client, await officer('tarim'), `/birim/dalgalar/${wave.id}`, sent)
}

const found = (page: { text(): string }) => /name="found" value="([^"]*)"/.exec(page.text())?.[1]

test.group('The one answer to a wave', (group) => {
  wrapped(group)

  test('goes to its head at once where the checks find nothing', async ({ client, assert }) => {
    const { wave } = await atUnit()
    const sent = await submit(client, wave, { text: `{numara} numaralı başvurunuz: ${PLAIN}` })
    assert.isUndefined(found(sent))
    sent.assertStatus(303)
    assert.isEmpty(await db.from('wave_checks'))
  })

  test('holds no number of anybody, and none of one member’s own', async ({ client, assert }) => {
    const { wave } = await atUnit()
    for (const number of ['12345678950', '0500 012 34 56']) {
      const sent = await submit(client, wave, { text: `${PLAIN} Numaranız ${number} yazıldı.` })
      sent.assertStatus(422)
      sent.assertTextIncludes(says('response.checks.sort.numbers'))
      assert.include(sent.text(), PLAIN, 'what was typed still stands')
    }
  })

  test('names no other petitioner of the wave, and a reason for it is shown to the head', async ({
    client,
    assert,
  }) => {
    const { all, wave } = await atUnit({ name: 'Zübeyde Sınamaoğlu' })
    const text = `${PLAIN} Zübeyde Sınamaoğlu da böyle sormuştu.`
    const sent = await submit(client, wave, { text })
    sent.assertStatus(422)
    sent.assertTextIncludes(says('response.checks.sort.names'))
    const why = { why_names: 'Kendisi böyle istedi.', found: found(sent)! }
    ;(await submit(client, wave, { text, ...why })).assertStatus(303)
    const head = await client.get(`/birim/dalgalar/${wave.id}`).loginAs(await officer('tarim.amir'))
    head.assertTextIncludes(says('response.checks.sort.names'))
    head.assertTextIncludes('Kendisi böyle istedi.')
    assert.isAbove(all.length, 0)
  })

  test('is not sent on by a reason that was written for other words', async ({ client }) => {
    const { wave } = await atUnit({ name: 'Zübeyde Sınamaoğlu' })
    const first = await submit(client, wave, { text: `${PLAIN} 12345678950 yazıldı.` })
    const why = { why_names: 'Olsun.', why_numbers: 'Olsun.', found: found(first)! }
    const other = { text: `${PLAIN} Zübeyde Sınamaoğlu da sordu.`, ...why }
    const sent = await submit(client, wave, other)
    sent.assertStatus(422)
    sent.assertTextIncludes(says('response.checks.sort.names'))
  })

  test('tells nobody by trying names that one of the wave is hidden', async ({
    client,
    assert,
  }) => {
    const { all, wave } = await atUnit()
    const about = { text: MADE[COPY]!.text, name: 'Zübeyde Sınamaoğlu' }
    const hidden = await referredTo('TAR', about)
    const row = { wave_id: wave.id, petition_id: hidden.id, read_as: 'copy' }
    if (!(await db.from('wave_members').where('petition_id', hidden.id).first())) {
      await db.table('wave_members').insert(row)
    }
    // What it says now is told to the bureau alone.
    await restrict(await Petition.findOrFail(hidden.id), await officer('sef'), 'Gizli')
    await db.from('petitions').where('id', hidden.id).update({ kind: 'tipOff' })
    const sent = await submit(client, wave, { text: `${PLAIN} Zübeyde Sınamaoğlu da sordu.` })
    sent.assertStatus(303)
    const page = await client.get(`/birim/dalgalar/${wave.id}`).loginAs(await officer('tarim'))
    assert.notInclude(page.text(), hidden.number)
    assert.notInclude(page.text(), hidden.shownNumber)
    assert.isAbove(all.length, 0)
  })
})
