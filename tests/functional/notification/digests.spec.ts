import { test } from '@japa/runner'
import { letter } from '../../../app/notification/templates/rendering.ts'
import { Message } from '#notification'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { addresses, digests, isPast, onAWednesday, round } from '#tests/support/reminding'

test.group('The e-mail of a day', (group) => {
  onAWednesday(group)
  emptied(group)

  group.each.setup(() => addresses('tarim', 'tarim.amir', 'sef'))

  test('has numbers and an address alone', async ({ assert }) => {
    const petition = await referredTo('TAR', { text: 'Sızan kanarya', name: 'Kanarya Deneme' })
    await isPast(petition, 1)
    await round()
    const messages = await Message.query().where('event', 'digest')
    assert.isNotEmpty(messages)
    for (const message of messages) {
      const { subject, text } = letter(message)
      assert.notMatch(`${subject} ${text}`, /kanarya|zeytinli|tarım/i)
      assert.notInclude(text, petition.number)
      assert.notInclude(text, petition.shownNumber)
      assert.match(text, /Geciken: [01]\n/)
      assert.match(text, /Kararınızı bekleyen itiraz: 0\n/)
      assert.match(text, /Günü geçen talimat: 0\n/)
      assert.isNull(message.petitionId)
    }
  })

  test('goes to nobody for whom there is nothing, and who has no address', async ({ assert }) => {
    const tarim = await officer('tarim')
    await tarim.merge({ email: null }).save()
    await isPast(await referredTo('TAR'), 1)
    await round()
    assert.deepEqual(await digests(), [{ to: 'tarim.amir', climbed: 1 }])
  })
})
