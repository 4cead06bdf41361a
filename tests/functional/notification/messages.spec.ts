import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { Message } from '../../../app/notification/models/message.ts'
import { STATES } from '../../../app/notification/message_states.ts'

const phone = PhoneNumber.parse('0500 012 34 56')
const of = (petition: { number: string }) => `/dosya/${petition.number}/mesajlar`

test.group('The messages of a petition', (group) => {
  wrapped(group)

  test('shows what was told, where to, and whether it arrived', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone, email: 'ayse@ornek.example' })
    const page = await client.get(of(petition)).loginAs(await officer('masa'))
    page.assertStatus(200)
    for (const key of ['event.received', 'event.routed', 'channel.email', 'state.queued']) {
      page.assertTextIncludes(says(`notification.${key}`))
    }
    page.assertTextIncludes(says('notification.state.mailOff'))
    page.assertTextIncludes('+90 500 *** ** 56')
    page.assertTextIncludes('a***@ornek.example')
    assert.notInclude(page.text(), '5000123456')
  })

  test('says of a text that was never tried that it waits, not that it is tried again', async ({
    client,
    assert,
  }) => {
    const petition = await received({ phone })
    const masa = await officer('masa')
    const waits = async (fault: string, attempts: number) => {
      await Message.query().update({ state: 'waiting', fault, attempts })
      return (await client.get(of(petition)).loginAs(masa)).text()
    }
    const night = await waits('quiet_hours', 0)
    for (const words of [
      'Bekliyor',
      'Gönderilecek: ',
      says('notification.failureReason.quietHours'),
    ]) {
      assert.include(night, words)
    }
    assert.notInclude(night, 'Yeniden denenecek')
    const busy = await waits('ESME_RTHROTTLED', 1)
    assert.include(busy, 'Yeniden denenecek: ')
    assert.notInclude(busy, 'Bekliyor')
  })

  test('never shows the code', async ({ client, assert }) => {
    const petition = await received({ phone })
    const { sealed } = await Message.firstOrFail()
    const page = await client.get(of(petition)).loginAs(await officer('masa'))
    assert.notInclude(page.text(), sealed!)
  })

  test('shows the newest of many messages and calls, and has a way to the older ones', async ({
    client,
    assert,
  }) => {
    const petition = await received({ phone })
    const masa = await officer('masa')
    const { id: messageId, ...first } = (await db.from('messages').firstOrFail()) as { id: number }
    const more = Array.from({ length: 249 }, (_, at) => ({ ...first, version: at + 2 }))
    await db.table('messages').multiInsert(more)
    const call = { petition_id: petition.id, message_id: messageId, officer_id: masa.id }
    const calls = Array.from({ length: 60 }, () => ({ ...call, result: 'notReached' }))
    await db.table('calls').multiInsert(calls.map((one) => ({ ...one, made_at: '2026-01-05' })))

    const counts: number[][] = []
    const walk = async (address: string, name: string) => {
      const page = (await client.get(address).loginAs(masa)).text()
      const shown = (part: RegExp) => page.match(part)?.length ?? 0
      counts.push([shown(/class="rows__typed"/g), shown(/class="talks__talk"/g)])
      const [, older] = new RegExp(`href="([^"]*${name}=\\d+)"`).exec(page) ?? []
      if (older) await walk(older, name)
    }
    await walk(of(petition), 'mesaj')
    assert.deepEqual(counts.splice(0), [
      [100, 50],
      [100, 50],
      [50, 50],
    ])
    await walk(of(petition), 'arama')
    assert.deepEqual(counts, [
      [100, 50],
      [100, 10],
    ])
  })

  test('is a fragment for the card that includes it', async ({ client, assert }) => {
    const petition = await received({ phone })
    const asked = client.get(of(petition)).loginAs(await officer('masa'))
    const fragment = await asked.header('HX-Request-Type', 'partial')
    assert.notInclude(fragment.text(), '<html')
    fragment.assertTextIncludes(says('notification.event.received'))
    assert.include(fragment.header('vary'), 'HX-Request-Type')
  })

  test('is not there for a unit that has nothing to do with it', async ({ client }) => {
    const petition = await referredTo('TAR', { phone })
    const [stranger, own] = [await officer('muftuluk'), await officer('tarim')]
    ;(await client.get(of(petition)).loginAs(stranger)).assertStatus(404)
    ;(await client.get(of(petition)).loginAs(own)).assertStatus(200)
    ;(await client.get('/dosya/2600000000/mesajlar').loginAs(own)).assertStatus(404)
  })

  test('hides the telephone of a tip-off from the unit', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { kind: 'tipOff', phone })
    const [unit, bureau] = [await officer('tarim'), await officer('masa')]
    assert.notInclude((await client.get(of(petition)).loginAs(unit)).text(), '***')
    ;(await client.get(of(petition)).loginAs(bureau)).assertTextIncludes('+90 500 *** ** 56')
  })

  test('is reached from the card by a plain link', async ({ client }) => {
    const petition = await received({ phone })
    const card = await open(client, await officer('masa'), petition)
    card.assertTextIncludes(`href="${of(petition)}"`)
  })

  test('{0} has words in both languages')
    .with([...STATES, 'held', 'posted', 'mailOff', 'training', 'declined', 'wrongNumber'])
    .run(({ assert }, state) => {
      assert.notEqual(says(`notification.state.${state}`), '')
    })
})
