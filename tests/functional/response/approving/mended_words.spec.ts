import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo, submitted } from '#tests/support/journey'
import { AnswerCheck } from '../../../../app/response/models/answer_check.ts'

const NUMBER = '0500 000 99 99'
const FOREIGN = `${GRANTED.text} Bilgi için ${NUMBER} numarasını arayın.`
const REASON = 'Muhtarın numarası, kendisi istedi.'
const found = (page: { text(): string }) => /name="found" value="([^"]+)"/.exec(page.text())?.[1]

async function press(
  client: ApiClient,
  at: string,
  { id }: Petition,
  fields: object,
  mark?: string
) {
  const form = { outcome: 'granted', ...fields, ...(mark && { found: mark }) }
  return send(client, await officer('tarim.amir'), await Petition.findOrFail(id), at, form)
}

test.group('What a head mends is looked at as what its author wrote', (group) => {
  wrapped(group)

  for (const at of ['onay', 'metin']) {
    for (const from of ['card', 'approval']) {
      test(`${at}, ${from}: somebody else’s telephone comes back, and goes on with a reason`, async ({
        client,
        assert,
      }) => {
        const petition = await submitted()
        const first = await press(client, at, petition, { text: FOREIGN, from })
        first.assertStatus(422)
        first.assertTextIncludes(says('response.checks.sort.numbers'))
        first.assertTextIncludes(`${FOREIGN}</textarea>`)
        first.assertTextIncludes('name="correct-why_numbers"')
        first.assertTextIncludes(says('response.checks.helpHead'))
        assert.equal((await Answer.firstOrFail()).text, GRANTED.text)

        const reasoned = { 'text': FOREIGN, from, 'correct-why_numbers': REASON }
        const passed = await press(client, at, petition, reasoned, found(first))
        passed.assertStatus(303)
        const [row] = await AnswerCheck.all()
        const head = await officer('tarim.amir')
        assert.include(row!.$attributes, { sort: 'numbers', reason: REASON, officerId: head.id })
        const answer = await Answer.firstOrFail()
        assert.equal(answer.text, FOREIGN)
        assert.equal(row!.version, answer.version)
        if (at === 'onay') return
        const page = await open(client, head, await Petition.findOrFail(petition.id))
        page.assertTextIncludes(says('response.checks.noted'))
        page.assertTextIncludes(REASON)
      })
    }
  }

  test('another petitioner’s name and a refusal without a way are asked about', async ({
    client,
  }) => {
    await referredTo('TAR', { name: 'Şükrü Deneme' })
    const petition = await submitted()
    const named = await press(client, 'metin', petition, {
      text: 'Şükrü Deneme’nin yolu da onarıldı.',
    })
    named.assertStatus(422)
    named.assertTextIncludes(says('response.problems.why_names.found'))
    const refused = { outcome: 'refused', text: 'İsteğiniz uygun görülmedi.' }
    const bare = { ...refused, reason: 'Uygun değil.', remedy: 'Yoktur.' }
    const page = await press(client, 'onay', petition, bare)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.why_grounds.found'))
  })

  test('a comma is mended without a question, also where its author gave a reason', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const sent = { outcome: 'granted', text: FOREIGN, intent: 'submit' }
    const asked = await send(client, tarim, petition, 'cevap', sent)
    const reasoned = { ...sent, 'draft-why_numbers': REASON, 'found': found(asked)! }
    const put = await send(client, tarim, petition, 'cevap', reasoned)
    put.assertStatus(303)
    const mended = await press(client, 'onay', petition, { text: FOREIGN.replace('.', ',') })
    mended.assertStatus(303)
    assert.lengthOf(await AnswerCheck.all(), 1)
  })

  test('how a head writes is the head’s to judge', async ({ client, assert }) => {
    const petition = await submitted()
    const vague = { text: 'Söz konusu yol en kısa sürede onarılacaktır.' }
    const passed = await press(client, 'onay', petition, vague)
    passed.assertStatus(303)
    assert.lengthOf(await AnswerCheck.all(), 0)
  })
})
