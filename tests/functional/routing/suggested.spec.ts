import { test } from '@japa/runner'
import { Petition } from '#intake'
import { open } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, unit } from '#tests/support/journey'

/** Which unit or body stands chosen in which list. */
function chosen(page: { text(): string }, list: string) {
  const select = new RegExp(`<select[^>]*name="${list}"[^]*?</select>`).exec(page.text())![0]
  return /<option value="(\w+)"[^>]*\bselected/.exec(select)?.[1] ?? null
}

/** The one part of the card that stands open, and where the focus begins. */
function begins(page: { text(): string }) {
  return /name="([\w-]+)"[^>]*\bautofocus/.exec(page.text())?.[1] ?? null
}

test.group('The suggestion on a card', (group) => {
  wrapped(group)

  test('of a unit stands chosen in the referral', async ({ client, assert }) => {
    const catalogue = await district()
    const petition = await received({ subject: catalogue.subjectByCode('tarim.destek')! })
    const page = await open(client, await officer('masa'), petition)
    assert.equal(chosen(page, 'refer-unit'), 'TAR')
    assert.isNull(chosen(page, 'forward-unit'))
    assert.equal(begins(page), 'refer-unit')
    page.assertTextIncludes('Konuya göre önerilen')
  })

  test('of an outside body stands chosen in the forwarding, which is open', async ({
    client,
    assert,
  }) => {
    const catalogue = await district()
    const body = await unit('BEL')
    const subject = catalogue.subjects.find(({ unitId }) => unitId === body.id)!
    const page = await open(client, await officer('masa'), await received({ subject }))
    assert.equal(chosen(page, 'forward-unit'), 'BEL')
    assert.isNull(chosen(page, 'refer-unit'))
    assert.equal(begins(page), 'forward-unit')
  })

  test('from the words of a petition without a subject says because of which', async ({
    client,
    assert,
  }) => {
    const petition = await received({ text: 'Komşumuza erzak kolisi verildi, bize verilmedi.' })
    const page = await open(client, await officer('masa'), petition)
    assert.equal(chosen(page, 'refer-unit'), 'SYDV')
    assert.match(page.text(), /çünkü: [^<]*erzak/)
    assert.isNull((await Petition.findOrFail(petition.id)).subjectId, 'nobody has decided yet')
  })

  test('is none without a word that says anything', async ({ client, assert }) => {
    const page = await open(client, await officer('masa'), await received({ text: 'Merhaba' }))
    assert.isNull(chosen(page, 'refer-unit'))
    assert.equal(begins(page), 'refer-unit')
  })
})
