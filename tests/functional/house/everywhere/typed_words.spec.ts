import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, referredTo, REFUSED, submitted } from '#tests/support/journey'

/** One of each sort of what is written and not seen. */
const UNSEEN = ['\u200b', '\u2800', '\u3164', '\ufeff\u00ad', '\u0301', '\0\u001b', '\u202e']

test.group('What nobody sees', (group) => {
  wrapped(group)

  test('is no reason and no remedy of a refusal (Constitution art. 40/2)', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    for (const unseen of UNSEEN) {
      for (const field of ['text', 'reason', 'remedy'] as const) {
        const { ground, ...draft } = { ...REFUSED, [field]: unseen, intent: 'submit' }
        const page = await send(client, tarim, petition, 'cevap', draft)
        page.assertStatus(422)
        page.assertTextIncludes(says(`response.problems.${field}.required`))
      }
    }
  })

  test('is no reason to send an answer back or to give a petition back', async ({ client }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const other = await referredTo('TAR')
    const tarim = await officer('tarim')
    for (const reason of UNSEEN) {
      const back = await send(client, head, petition, 'duzeltme', { reason })
      back.assertStatus(422)
      back.assertTextIncludes(says('response.problems.reason.correction'))
      const given = await send(client, tarim, other, 'iade', { reason })
      given.assertStatus(422)
      given.assertTextIncludes(says('routing.problems.reason.required'))
    }
  })

  test('is not kept with what is seen, at the desk of a unit either', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const note = 'Yolu\0 \u202egösterdi,\u2028su\u200b da akmıyor.'
    const noted = { way: 'call', result: 'reached', note }
    await send(client, await officer('tarim'), petition, 'gorusme', noted)
    const kept = await db.from('contacts').firstOrFail()
    assert.equal(kept.note, 'Yolu gösterdi,\nsu da akmıyor.')
  })
})
