import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Petition } from '#intake'
import { Answer, Contact } from '#response'
import { Forwarding, Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, received, referredTo, REFUSED, submitted } from '#tests/support/journey'
import type { Officer } from '#organisation'

/** The fields of a card that are written in, and what its buttons do. */
async function readCard(client: ApiClient, who: Officer, petition: Petition) {
  const page = (await open(client, who, petition)).text()
  const controls = [...page.matchAll(/<(?:textarea|input)\b[^>]*>/g)].map(([html]) => html)
  const written = controls.filter((html) => /form="card"/.test(html) && !/type="(?:radio|hidden)"/.test(html))
  const buttons = page.matchAll(/formaction="\/dosya\/\d{10}\/(\w+)"/g)
  return {
    fields: written.map((html) => /\bname="([^"]+)"/.exec(html)![1]!),
    buttons: new Set([...buttons].map(([, button]) => button!)),
  }
}

/** Words of their own for each field. */
function inked(fields: string[]) {
  return Object.fromEntries(fields.map((field, at) => [field, `Elle yazılan ${at + 101}. söz`]))
}

/** Every card on which something can be written: who, and a petition that stands so. */
const CARDS: Record<string, { login: string; make: () => Promise<Petition>; fields: number }> = {
  'at the desk': { login: 'masa', make: () => received(), fields: 3 },
  'answered by the bureau': { login: 'masa', make: () => referredTo('AKB'), fields: 7 },
  'in a unit': { login: 'tarim', make: () => referredTo('TAR'), fields: 5 },
  'before the head': { login: 'tarim.amir', make: () => submitted(), fields: 4 },
}

test.group('Everything written on a card', (group) => {
  wrapped(group)

  for (const [where, { login, make, fields: count }] of Object.entries(CARDS)) {
    test(`comes back when somebody else was first: ${where}`, async ({ client, assert }) => {
      const who = await officer(login)
      const { fields, buttons } = await readCard(client, who, await make())
      assert.isAtLeast(fields.length, count, 'there is something to walk')
      const words = inked(fields)
      for (const button of buttons) {
        const petition = await make()
        const page = await send(client, who, petition, button, { ...words, version: '0' })
        page.assertStatus(422)
        page.assertTextIncludes(says('response.problems.version.changed'))
        for (const [field, word] of Object.entries(words)) {
          assert.include(page.text(), word, `${field}, sent by ${button}`)
        }
      }
    })

    test(`comes back when there is nothing to do any more: ${where}`, async ({
      client,
      assert,
    }) => {
      const who = await officer(login)
      const petition = await make()
      const { fields, buttons } = await readCard(client, who, petition)
      const words = inked(fields)
      await petition.merge({ stage: 'concluded', version: petition.version + 1 }).save()
      for (const button of buttons) {
        const stale = { ...words, version: '0' }
        const page = await send(client, who, petition, button, stale)
        page.assertStatus(422)
        for (const word of Object.values(words)) assert.include(page.text(), word)
      }
    })
  }

  test('comes back to whose unit has it no longer, with nothing of the petition', async ({
    client,
    assert,
  }) => {
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const petition = await referredTo('TAR', { text: 'Zeytinlik yolu bozuk.' })
    const { fields, buttons } = await readCard(client, tarim, petition)
    const words = inked(fields)
    await (await Referral.currentOf(petition)).giveBack(head, 'Orman yoludur.')

    const unknown = new Petition().fill({ number: '2600000000', version: 1 })
    for (const button of buttons) {
      const page = await send(client, tarim, petition, button, words)
      page.assertStatus(404)
      page.assertTextIncludes(says('errors.officer.notFound.text'))
      for (const word of Object.values(words)) page.assertTextIncludes(word)
      for (const told of ['Zeytinlik', 'Ayşe', 'Orman yoludur']) {
        assert.notInclude(page.text(), told)
      }
      const none = await send(client, tarim, unknown, button, words)
      assert.equal(none.text().replace(TOKEN, ''), page.text().replace(TOKEN, ''))
    }
  })

  test('comes back to somebody who may not do it', async ({ client }) => {
    const petition = await referredTo('TAR')
    const manager = await officer('kaymakam')
    const page = await send(client, manager, petition, 'cevap', { text: 'Elle yazılan söz' })
    page.assertStatus(403)
    page.assertTextIncludes('Elle yazılan söz')
  })
})

const TOKEN = /name=["']_csrf["'] value=["'][^"']+["']/g

test.group('A draft that a colleague kept meanwhile', (group) => {
  wrapped(group)

  test('stands beside one’s own, and stays readable when one’s own is kept', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const theirs = await Petition.findOrFail(petition.id)
    await (await Answer.draftFor(theirs)).write({ ...REFUSED, text: 'Onun sözleri.' }, head)

    const typed = { text: 'Benim sözlerim.', intent: 'save' }
    const page = await send(client, tarim, petition, 'cevap', typed)
    page.assertStatus(422)
    for (const word of ['Benim sözlerim.', 'Onun sözleri.', REFUSED.reason, REFUSED.remedy]) {
      page.assertTextIncludes(word)
    }
    const kept = await send(client, tarim, theirs, 'cevap', typed)
    kept.assertStatus(303)
    const card = await open(client, tarim, petition)
    const versions = card.text().split('id="versions"')[1]
    assert.include(versions, 'Onun sözleri.')
    assert.include(versions, head.name)
  })
})

test.group('One’s own second sending', (group) => {
  wrapped(group)

  const CALL = { way: 'call', result: 'reached', note: 'Yolu tarif etti.' }
  const { ground: _, ...draft } = { ...REFUSED }
  const SENT: Record<string, [string, () => Promise<Petition>, string, Record<string, string>]> = {
    'of a call': ['tarim', () => referredTo('TAR'), 'gorusme', CALL],
    'of a draft': ['tarim', () => referredTo('TAR'), 'cevap', { ...draft, intent: 'save' }],
    'of an answer': ['tarim', () => referredTo('TAR'), 'cevap', { ...draft, intent: 'submit' }],
    'of a referral': ['masa', () => received(), 'yonlendirme', { unit: 'TAR', note: 'Acele' }],
    'of "answered here"': ['masa', () => received(), 'yonlendirme', { unit: 'AKB' }],
    'of a forwarding': [
      'masa',
      () => received(),
      'gonderme',
      { unit: 'BEL', document_number: 'E-1', text: 'Bilginize.' },
    ],
    'of a return': ['tarim', () => referredTo('TAR'), 'iade', { reason: 'Orman yolu.' }],
    'of an approval': ['tarim.amir', () => submitted(), 'onay', {}],
    'of an approval with words mended': [
      'tarim.amir',
      () => submitted(),
      'onay',
      { outcome: 'granted', text: 'Onarılacak.' },
    ],
    'of a correction': [
      'tarim.amir',
      () => submitted(),
      'metin',
      { outcome: 'granted', text: 'Onarılacak.' },
    ],
    'of what is to be mended': ['tarim.amir', () => submitted(), 'duzeltme', { reason: 'Tarih?' }],
  }
  for (const [what, [login, make, button, fields]] of Object.entries(SENT)) {
    test(`${what} does nothing twice and blames nobody`, async ({ client, assert }) => {
      const who = await officer(login)
      const petition = await make()
      const sent = await send(client, who, petition, button, fields)
      sent.assertStatus(303)
      const { version } = await Petition.findOrFail(petition.id)
      const again = await send(client, who, petition, button, fields)
      again.assertStatus(303)
      assert.equal(again.flashMessage('done').key, 'response.flash.already')
      assert.equal((await Petition.findOrFail(petition.id)).version, version)
    })
  }

  for (const what of [
    'of a call',
    'of a draft',
    'of an answer',
    'of a referral',
    'of a forwarding',
  ]) {
    test(`${what} by a colleague with the same words is somebody else’s`, async ({ client }) => {
      const [login, make, button, fields] = SENT[what]!
      const petition = await make()
      await send(client, await officer(login), petition, button, fields)
      const colleague = await officer(login === 'masa' ? 'sef' : 'tarim.amir')
      const page = await send(client, colleague, petition, button, fields)
      page.assertStatus(422)
      page.assertTextIncludes(says('response.problems.version.changed'))
    })
  }

  test('of other words is told as one’s own', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const seen = { seen: `${petition.position}.0` }
    await send(client, tarim, petition, 'gorusme', { ...CALL, ...seen })
    const page = await send(client, tarim, petition, 'cevap', {
      ...seen,
      text: 'Yolunuz',
      intent: 'save',
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.version.changedByYou'))
    page.assertTextIncludes('Yolunuz')
    assert.lengthOf(await Contact.all(), 1)
    assert.lengthOf(await Forwarding.all(), 0)
  })

  test('after a colleague’s draft is somebody else’s doing as well', async ({ client }) => {
    const petition = await referredTo('TAR')
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const seen = { seen: `${petition.position}.0` }
    const fresh = await Petition.findOrFail(petition.id)
    await (await Answer.draftFor(fresh)).write(GRANTED, head)
    await (await Answer.draftFor(fresh)).write({ ...GRANTED, text: 'Öteki sekme' }, tarim)
    const page = await send(client, tarim, petition, 'cevap', { ...seen, text: 'Yolunuz' })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.version.changed'))
  })
})
