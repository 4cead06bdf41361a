import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '#response'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, readAtTheDesk, received, referredTo, unit } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

const WORDS = 'Ekibimiz salı günü yerinde inceleyecek.'

async function tell(client: ApiClient, who: Officer, { id, number }: Petition, text: string) {
  const { version } = await Petition.findOrFail(id)
  const form = { version: String(version), text }
  return sendAs(client, who, `/dosya/${number}/ara-cevap`, form)
}

async function refer(client: ApiClient, { id }: Petition, code: string) {
  const fields = { unit: code }
  const now = await Petition.findOrFail(id)
  const sent = await send(client, await officer('sef'), now, 'yonlendirme', fields)
  sent.assertStatus(303)
}

const pageOf = (client: ApiClient, who: Officer, { number }: Petition) =>
  client.get(`/dosya/${number}/ara-cevap`).loginAs(who)

test.group('An interim answer that another unit wrote', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await db.from('authorities').update({ interim_approval: true })
    Catalogue.forget()
    return () => Catalogue.forget()
  })

  test('and left waiting is not the next one’s to tell, nor in its way', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    ;(await tell(client, tarim, petition, WORDS)).assertStatus(303)
    const waiting = await petition.refresh()
    const back = await send(client, tarim, waiting, 'iade', { reason: 'Bize ait değil.' })
    back.assertStatus(303)
    await refer(client, petition, 'ORM')

    const [orman, head] = [await officer('orman'), await officer('orman.amir')]
    assert.notInclude((await pageOf(client, orman, petition)).text(), WORDS)
    assert.notInclude(
      (await pageOf(client, head, petition)).text(),
      says('response.interim.refuse')
    )
    const { version } = await petition.refresh()
    const form = { version: String(version), intent: 'grant' }
    const decided = await sendAs(client, head, `/dosya/${petition.number}/ara-cevap/karar`, form)
    decided.assertStatus(422)
    ;(await tell(client, orman, petition, 'Yarın bakacağız.')).assertStatus(303)
    const own = await pageOf(client, head, petition)
    own.assertTextIncludes('Yarın bakacağız.')
  })

  test('goes along where that unit was closed', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    await tell(client, await officer('tarim'), petition, WORDS)
    const successor = await unit('ORM')
    await db.transaction((trx) => Answer.handOn(petition, successor, trx))
    const [row] = await db.from('interim_answers')
    assert.equal(row.unit_id, successor.id)
  })

  test('and told of a tip-off, as one that knows who brought it, is hidden from one that may not', async ({
    client,
    assert,
  }) => {
    await db.from('authorities').update({ interim_approval: false })
    Catalogue.forget()
    const petition = await received({ kind: 'tipOff' })
    await readAtTheDesk(petition)
    await refer(client, petition, 'AKB')
    const sef = await officer('sef')
    ;(await tell(client, sef, petition, 'Sayın Gülizar Deneme, bakıyoruz.')).assertStatus(303)
    await refer(client, petition, 'TAR')
    const tarim = await officer('tarim')
    for (const page of [open(client, tarim, petition), pageOf(client, tarim, petition)]) {
      const shown = await page
      shown.assertStatus(200)
      assert.notInclude(shown.text(), 'Gülizar')
    }
    ;(await open(client, sef, petition)).assertTextIncludes('Gülizar')
  })
})
