import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Handover } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer, received, unit } from '#tests/support/journey'
import { HandedList } from '../../../app/routing/handing_over/handed_list.ts'

const WHY = 'İl yolu; işi Valilik yapar.'

test.group('Handing over at the card', (group) => {
  wrapped(group)

  test('comes back whole with all that is missing', async ({ client, assert }) => {
    await province()
    const petition = await received()
    const sef = await officer('sef')
    const empty = await send(client, sef, petition, 'sevk', { authority: '', note: ' ' })
    empty.assertStatus(422)
    for (const problem of ['authority.required', 'note.required']) {
      empty.assertTextIncludes(says(`routing.problems.${problem}`))
    }
    const nowhere = await send(client, sef, petition, 'sevk', { authority: 'yok', note: WHY })
    nowhere.assertStatus(422)
    nowhere.assertTextIncludes(WHY)
    assert.equal((await Petition.findOrFail(petition.id)).version, petition.version)
  })

  test('is offered where there is another authority, and to the desk alone', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const sef = await officer('sef')
    const title = says('routing.handOver.title')
    assert.notInclude((await open(client, sef, petition)).text(), title)
    await province()
    const card = (await open(client, sef, petition)).text()
    assert.include(card, title)
    assert.notInclude(card, says('routing.handBack.title'))
    assert.notInclude((await open(client, await officer('kaymakam'), petition)).text(), title)
    const answer = await send(client, await officer('kaymakam'), petition, 'sevk', { note: WHY })
    answer.assertStatus(403)
  })

  test('says to who was slower that it is gone, and gives the words back', async ({ client }) => {
    const { governorate } = await province()
    const petition = await received()
    await Handover.make(petition, governorate.authority, await officer('sef'), WHY)
    const note = 'Orman yolu, Valilik baksın.'
    const form = { authority: 'balikesir', note }
    const late = await send(client, await officer('masa'), petition, 'sevk', form)
    late.assertStatus(404)
    late.assertTextIncludes(note)
  })
})

test.group('The list of what was handed over', (group) => {
  wrapped(group)

  test('shows to each who saw it here, page by page, the last one first', async ({
    client,
    assert,
  }) => {
    const { governorate } = await province()
    const [sef, kaymakam] = [await officer('sef'), await officer('kaymakam')]
    const numbers = []
    for (let at = 0; at < 32; at++) {
      const petition = await received({ text: `Yol ${at}` })
      await Handover.make(petition, governorate.authority, sef, WHY)
      numbers.unshift(petition.number)
    }
    const complaint = await received({ complainedUnit: await unit('AKB') })
    await Handover.make(complaint, governorate.authority, kaymakam, WHY)

    const first = await HandedList.page(kaymakam, '')
    assert.deepEqual(
      first.rows.map(({ number }) => number),
      [complaint.number, ...numbers.slice(0, 29)]
    )
    const rest = await HandedList.page(kaymakam, first.next!)
    assert.deepEqual(
      rest.rows.map(({ number }) => number),
      numbers.slice(29)
    )
    assert.isNull(rest.next)

    const page = await client.get('/sevkler').loginAs(sef)
    page.assertTextIncludes(numbers[0]!)
    page.assertTextIncludes(says('routing.handovers.short'))
    assert.notInclude(page.text(), complaint.number)
    const tarim = await client.get('/sevkler').loginAs(await officer('tarim'))
    tarim.assertStatus(403)
  })

  test('loses what came back, and what another authority has handed on is where it is now', async ({
    assert,
  }) => {
    const { governorate, burhaniye } = await province()
    const sef = await officer('sef')
    const vali = await person(governorate, 'vali', 'AKB', ['bureauChief'])
    const [back, on] = [await received(), await received()]
    for (const one of [back, on]) await Handover.make(one, governorate.authority, sef, WHY)
    await Handover.giveBack(back, vali, 'Köy yolu.')
    await Handover.make(on, burhaniye.authority, vali, 'Komşu ilçede.')
    const { rows } = await HandedList.page(sef, '')
    assert.deepEqual(
      rows.map(({ number, authority }) => [number, authority]),
      [[on.number, burhaniye.authority.name]]
    )
    assert.lengthOf((await HandedList.page(vali, '')).rows, 1)
  })
})
