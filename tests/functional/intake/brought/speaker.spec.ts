import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition, renewSecret } from '#intake'
import { blindIndex } from '#shared/keys'
import { send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, unit } from '#tests/support/journey'
import { Referral } from '#routing'
import {
  card,
  daysAgo,
  found,
  newest,
  PETITIONER,
  SPEAKER,
  told,
  written,
} from '#tests/support/brought'
import { petitionsOf } from '../../../../app/intake/following/by_telephone.ts'

const [HERS, HIS] = ['+905000123456', '+905000987654']
const TOLD = { told: 'representative' }
const telephone = (phone: string) => petitionsOf(blindIndex('phone', phone))

test.group('Whoever speaks for a petitioner', (group) => {
  wrapped(group)

  test('is kept beside the petitioner, sealed, with the proof', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const [row] = await db.from('representatives')
    assert.equal(row.relation, 'lawyer')
    assert.equal(row.phone_index, blindIndex('phone', HIS))
    assert.equal(row.national_id_index, blindIndex('nationalId', SPEAKER.representativeId))
    const kept = JSON.stringify(row)
    for (const word of ['Avukat', '5000987654', '12345678950', 'Noterliği']) {
      assert.notInclude(kept, word)
    }
    const shown = await card(client, await newest())
    for (const word of ['Ayşe Deneme', 'Avukat Deneme', 'Avukatı', 'Vekâletname', 'Noterliği']) {
      assert.include(shown, word)
    }
    assert.include(shown, '123******50')
    assert.include(shown, 'Başvuru sahibine')
  })

  test('hears nothing unless named for it; then nobody else does', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    assert.deepEqual(await told(), [`received ${HERS}`])
    await db.from('messages').delete()
    const email = 'ayse@ornek.example'
    const sent = await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD, email, text: 'Yol.' })
    const slip = await client.get(sent.header('location')!).loginAs(await officer('masa'))
    slip.assertTextIncludes('Kod ve mesajlar yalnız temsilcinize gider.')
    slip.assertTextIncludes('Size kısa mesaj göndereceğiz.')
    assert.deepEqual(await told(), [`received ${HIS}`])
    const petition = await newest()
    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    assert.deepEqual(await told(), [`received ${HIS}`, `routed ${HIS}`])
  })

  test('gets the new code, and opens the list by telephone', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD })
    const petition = await newest()
    const sef = await officer('sef')
    await petition.change((current, trx) => renewSecret(current, sef, trx))
    assert.deepEqual((await told()).at(-1), `renewed ${HIS}`)
    const { lines } = await telephone(HIS)
    assert.deepEqual(
      lines.map(({ number }) => number),
      [petition.number]
    )
    assert.isEmpty((await telephone(HERS)).lines)
    await written(client, { ...PETITIONER, ...SPEAKER, text: 'Yol.' })
    assert.lengthOf((await telephone(HIS)).lines, 1)
    assert.lengthOf((await telephone(HERS)).lines, 1)
  })

  test('without a telephone gets paper: the petitioner’s is not rung instead', async ({
    client,
    assert,
  }) => {
    const { representativePhone, ...noPhone } = SPEAKER
    const sent = await written(client, { ...PETITIONER, ...noPhone, ...TOLD })
    const slip = await client.get(sent.header('location')!).loginAs(await officer('masa'))
    slip.assertTextIncludes('Size mesaj gönderemiyoruz.')
    assert.isEmpty(await told())
  })

  test('is known again by their own telephone and document, and nobody else', async ({
    client,
    assert,
  }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD })
    const { number } = await newest()
    const page = await client.get(`/dosya/${number}/kod`).loginAs(await officer('masa'))
    page.assertTextIncludes('Avukat Deneme')
    page.assertTextIncludes('** 54')
    assert.notInclude(page.text(), '** 56')
    assert.notInclude(page.text(), 'Ayşe Deneme')
  })

  test('is silenced by the number that is told', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, ...TOLD })
    const petition = await newest()
    await send(client, await officer('sef'), petition, 'susturma', { reason: 'wrongNumber' })
    const rows = await db.from('silences').select('recipient_index')
    const [message] = await db.from('messages').where('event', 'received')
    assert.deepEqual(
      rows.map((row) => row.recipient_index),
      [message.recipient_index]
    )
  })

  test('is found in the register by telephone and identity number', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER })
    const { number } = await newest()
    for (const ara of [SPEAKER.representativePhone, SPEAKER.representativeId, PETITIONER.phone]) {
      assert.deepEqual(await found(client, ara), [number], ara)
    }
  })

  test('of a tip-off is hidden with whoever told it', async ({ client, assert }) => {
    await written(client, { ...PETITIONER, ...SPEAKER, kind: 'tipOff' })
    const shown = await card(client, await newest(), 'kaymakam')
    for (const word of ['Ayşe Deneme', 'Avukat Deneme', 'Noterliği']) assert.notInclude(shown, word)
    assert.isEmpty(await found(client, SPEAKER.representativePhone, 'kaymakam'))
  })

  test('is written before being told, and everything typed comes back', async ({
    client,
    assert,
  }) => {
    const nobody = await written(client, { ...PETITIONER, ...TOLD })
    nobody.assertStatus(422)
    nobody.assertTextIncludes('önce temsilciyi yazın')
    const typed = { ...SPEAKER, representativeId: '123', relation: 'komşu', signatures: '1' }
    const page = await written(client, typed)
    page.assertStatus(422)
    for (const sentence of [
      'Temsilcinin kimlik numarası yanlış.',
      'Temsilcinin kim olduğunu',
      'en az 2',
    ]) {
      assert.include(page.text(), sentence)
    }
    assert.include(page.text(), `value="${SPEAKER.representative}"`)
    assert.include(page.text(), '<option value="powerOfAttorney" selected')
    assert.match(page.text(), /<details class="desk__more" id="speaker" open/)
    assert.isEmpty(await db.from('petitions'))
  })

  test('may stay unknown but for being there', async ({ client, assert }) => {
    await written(client, { representative: 'Komşu Deneme' })
    const [row] = await db.from('representatives')
    assert.equal(row.relation, 'other')
  })

  test('is nobody’s on the web', async ({ client, assert }) => {
    const path = '/basvuru'
    const form = await client.get(path)
    const hidden = hiddenFields(form.text(), path) as Record<string, string>
    const typed = { text: 'Yol.', kind: 'request', ...PETITIONER, noNationalId: '1' }
    const more = { ...SPEAKER, ...TOLD, signatures: '9', spoken: 'ar', arrivedOn: daysAgo(2) }
    const sent = await client
      .post(path)
      .redirects(0)
      .form({ ...hidden, ...typed, ...more })
    sent.assertStatus(303)
    assert.isEmpty(await db.from('representatives'))
    assert.isEmpty(await db.from('own_words'))
    assert.equal((await Petition.query().firstOrFail()).signatures, 0)
    assert.deepEqual(await told(), [`received ${HERS}`])
  })
})
