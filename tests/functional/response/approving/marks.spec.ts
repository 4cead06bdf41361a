import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, REFUSED, submitted } from '#tests/support/journey'
import { AnswerMark } from '../../../../app/response/models/answer_mark.ts'
import { markedText } from '../../../../app/response/approving/marks/marked_text.ts'

test.group('Marks in the text', (group) => {
  wrapped(group)

  test('go back with it, and its writer reads them in the text and below', async ({
    client,
    assert,
  }) => {
    const petition = await submitted(REFUSED)
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const back = await send(client, head, petition, 'duzeltme', {
      'sendBack-quote-1': 'bu yılın   programında',
      'sendBack-remark-1': 'Hangi programda <b>?',
      'sendBack-quote-2': 'Talebiniz',
      'sendBack-remark-2': '“İsteğiniz” yazın.',
    })
    back.assertStatus(303)
    await petition.refresh()
    assert.equal(petition.stage, 'inProgress')
    assert.lengthOf(await AnswerMark.all(), 2)
    const [step] = await petition.related('steps').query()
    assert.equal(step!.note, says('response.stock.onlyMarks'))

    const page = await open(client, tarim, petition)
    page.assertTextIncludes('<mark>bu yılın programında</mark>')
    page.assertTextIncludes('(1. işaret: Hangi programda &lt;b&gt;?)')
    page.assertTextIncludes('“İsteğiniz” yazın.')

    const mended = { ...REFUSED, text: 'İsteğiniz karşılanamamıştır.' }
    await (await Answer.draftFor(petition)).submit(mended, tarim)
    const again = await client.get(`/dosya/${petition.number}/onay`).loginAs(head)
    again.assertTextIncludes('<mark>bu yılın programında</mark>')
    again.assertTextIncludes(says('response.approving.marks.mended'))
  })

  test('stand in the text, each with its remark', async ({ client, assert }) => {
    const petition = await submitted(REFUSED)
    const head = await officer('tarim.amir')
    const lone = await send(client, head, petition, 'duzeltme', {
      'from': 'approval',
      'sendBack-quote-1': 'Hiç yazılmadı',
      'sendBack-remark-1': 'Düzeltin.',
      'sendBack-quote-2': 'Talebiniz',
      'sendBack-remark-3': 'Sözü yok.',
    })
    lone.assertStatus(422)
    for (const problem of ['quote.unfound', 'remark.required', 'quote.required']) {
      lone.assertTextIncludes(says(`response.problems.${problem}`))
    }
    for (const typed of ['Hiç yazılmadı', 'Düzeltin.', 'Sözü yok.']) lone.assertTextIncludes(typed)
    const nothing = await send(client, head, petition, 'duzeltme', { from: 'approval' })
    nothing.assertTextIncludes(says('response.problems.reason.correction'))
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('overlap, stand twice or no more, and nothing of the text is lost', ({ assert }) => {
    const text = 'Yol yapılacak.\nYol bitecek (2026).'
    const { pieces, list } = markedText(text, [
      { quote: 'Yol', remark: 'bir' },
      { quote: 'yapılacak. Yol', remark: 'iki' },
      { quote: '(2026).', remark: 'üç' },
      { quote: 'köprü', remark: 'dört' },
    ])
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    assert.deepEqual(
      list.map(({ stands }) => stands),
      [true, true, true, false]
    )
    const ends = pieces.flatMap((piece) => piece.ends.map(({ number }) => number))
    assert.sameMembers(ends, [1, 1, 2, 3])
  })
})
