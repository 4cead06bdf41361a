import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Referral, shownSuggestions, SuggestionChoice } from '#routing'
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
    page.assertTextIncludes('konuya göre önerilen yer')
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
    assert.match(page.text(), /çünkü metinde [^<]*erzak/)
    assert.include(page.text(), 'Komşumuza <mark>erzak</mark> <mark>kolisi</mark> verildi')
    assert.isNull((await Petition.findOrFail(petition.id)).subjectId, 'nobody has decided yet')
  })

  test('of which nothing is sure offers several, and none stands chosen', async ({
    client,
    assert,
  }) => {
    const text = 'Elektrik yok. Mazot desteği de gelmedi. Erzak da kalmadı.'
    const page = await open(client, await officer('masa'), await received({ text }))
    assert.isNull(chosen(page, 'refer-unit'))
    assert.isNull(chosen(page, 'forward-unit'))
    const offered = /<section class="suggestions[^]*?<\/section>/.exec(page.text())![0]
    assert.lengthOf(offered.match(/<li>/g) ?? [], 3)
    assert.match(offered, /%\d+<\/span>/)
  })

  test('is none without a word that says anything', async ({ client, assert }) => {
    const page = await open(client, await officer('masa'), await received({ text: 'Merhaba' }))
    assert.isNull(chosen(page, 'refer-unit'))
    assert.equal(begins(page), 'refer-unit')
  })

  test('marks words without letting a text write the page', async ({ client, assert }) => {
    const text = '<b>Erzak</b> & "koli" <script>alert(1)</script> istiyoruz.'
    const page = await open(client, await officer('masa'), await received({ text }))
    const marked =
      '&lt;b&gt;<mark>Erzak</mark>&lt;/b&gt; &amp; &quot;<mark>koli</mark>&quot; &lt;script'
    assert.include(page.text(), marked)
    assert.notInclude(page.text(), '<script>alert')
  })

  test('of a text of which something is hidden names no word of it', async ({ assert }) => {
    const petition = await received({ text: 'Komşumuza erzak kolisi verildi.' })
    const around = { returns: [], catalogue: await district(), without: [] }
    for (const text of ['Komşumuza ███ verildi.', null]) {
      const shown = await shownSuggestions(petition, { ...around, text })
      assert.equal(shown!.candidates[0]!.words, '')
      assert.isNull(shown!.pieces)
    }
  })

  test('is kept with what was chosen, and with what came back', async ({ assert }) => {
    const text = 'Komşumuza erzak kolisi verildi, bize verilmedi.'
    const [taken, other] = [await received({ text }), await received({ text })]
    const sef = await officer('sef')
    await Referral.make(taken, await unit('SYDV'), sef)
    await Referral.make(other, await unit('TAR'), sef)
    await (await Referral.currentOf(other)).giveBack(await officer('tarim'), 'Bize ait değil.')
    const [first, second] = await SuggestionChoice.query().orderBy('id')
    const sydv = (await unit('SYDV')).id
    assert.include(first!.$attributes, { suggestedUnitId: sydv, place: 1, reason: 'words' })
    assert.isAbove(first!.certainty!, 60)
    assert.isNull(first!.givenBackAt)
    assert.include(second!.$attributes, { suggestedUnitId: sydv, place: null })
    assert.isNotNull(second!.givenBackAt)
  })
})
