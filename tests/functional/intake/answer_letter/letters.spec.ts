import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, REFUSED } from '#tests/support/journey'
import { Poppler } from '#tests/support/programs/poppler'
import { answered, joinedTo, lettersOn, lookedUp } from '#tests/support/response/answered'
import { opened } from '#tests/support/walks/every_form'
import { letterProof } from '../../../../app/intake/answer_letter/proof.ts'
import { judge } from '../../../../app/intake/slip/checking/verdict.ts'

/** Bytes that a letter may have. */
const LARGEST = 60_000

async function textOf(pdf: Buffer) {
  return (await Poppler.asked(pdf, 'pdftotext', '-raw')).replaceAll(/\s+/g, ' ')
}

async function officersLetter(client: ApiClient, who: Officer, petition: Petition) {
  const answer = await opened(client, who, `/dosya/${petition.number}/mektup/pdf`)
  answer.assertStatus(200)
  return answer.body() as Buffer
}

async function citizensLetter(client: ApiClient, path: string) {
  const answer = await client.get(path)
  answer.assertStatus(200)
  answer.assertHeader('content-type', 'application/pdf')
  answer.assertHeader('cache-control', 'no-store')
  return answer.body() as Buffer
}

test.group('The letter of an answer', (group) => {
  group.each.skip(!Poppler.isInstalled, Poppler.MISSING)
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('says to an officer who asked what, and what was answered', async ({ client, assert }) => {
    const { petition } = await answered({}, REFUSED)
    const pdf = await officersLetter(client, await officer('masa'), petition)
    assert.isBelow(pdf.length, LARGEST)
    const info = await Poppler.asked(pdf, 'pdfinfo')
    assert.match(info, /Tagged:\s+yes/)
    const text = await textOf(pdf)
    for (const words of [
      'T.C. EDREMİT KAYMAKAMLIĞI',
      petition.shownNumber,
      'Sayın Ayşe Deneme',
      'Zeytinli Mahallesi',
      petition.text,
      REFUSED.text,
      REFUSED.reason!,
      REFUSED.remedy!,
      says('intake.answerLetter.runs'),
      (await officer('tarim.amir')).name,
    ]) {
      assert.include(text, words)
    }
  })

  test('opens from the result, and names nobody', async ({ client, assert }) => {
    const one = await answered()
    const page = await lookedUp(client, one)
    const [path] = lettersOn(page.text())
    const text = await textOf(await citizensLetter(client, path!))
    assert.include(text, 'Yolunuz cuma günü onarılacaktır.')
    assert.include(text, one.petition.text)
    assert.notInclude(text, 'Ayşe')
    assert.notInclude(text, (await officer('tarim.amir')).name)
  })

  test('is in the language of its petition', async ({ client, assert }) => {
    const { petition } = await answered({ locale: 'en' })
    const text = await textOf(await officersLetter(client, await officer('masa'), petition))
    assert.include(text, `Your petition ${petition.shownNumber}`)
    assert.include(text, 'You wrote in your petition')
  })

  test('goes to one for all who signed', async ({ client, assert }) => {
    const one = await answered()
    await db.from('petitions').where('id', one.petition.id).update({ signatures: 12 })
    const text = await textOf(await officersLetter(client, await officer('masa'), one.petition))
    assert.include(text, '12 kişi')
  })

  test('of somebody who joined says how it ended, and no word of anybody', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const theirs = await joinedTo(petition)
    const [path] = lettersOn((await lookedUp(client, theirs)).text())
    const text = await textOf(await citizensLetter(client, path!))
    assert.include(text, theirs.petition.shownNumber)
    assert.include(text, says('intake.outcome.granted'))
    for (const words of [petition.text, petition.shownNumber, 'Yolunuz cuma', 'Ayşe']) {
      assert.notInclude(text, words)
    }
    const [row] = await db.from('answer_deliveries').where('holder', theirs.petition.id)
    assert.equal(row.way, 'lookUp')
    assert.isEmpty(await db.from('answer_deliveries').where('holder', 0))
  })

  test('of a tip-off gives nobody away to a unit', async ({ client, assert }) => {
    const { petition } = await answered({ kind: 'tipOff', text: 'Kaçak kuyu var.' })
    const text = await textOf(await officersLetter(client, await officer('tarim.amir'), petition))
    assert.notInclude(text, 'Ayşe')
    assert.notInclude(text, 'Zeytinli')
  })

  test('is not there before there is an answer, nor for whoever may not see it', async ({
    client,
  }) => {
    const { petition } = await answered()
    const path = `/dosya/${petition.number}/mektup/pdf`
    const tapu = await client.get(path).loginAs(await officer('tapu'))
    tapu.assertStatus(404)
    const none = await client.get(`${path}?cevap=1`).loginAs(await officer('masa'))
    none.assertStatus(404)
  })

  test('leads back to number and code once its address is too old', async ({ client }) => {
    const answer = await client.get('/sorgula/mektup/eski').redirects(0)
    answer.assertStatus(302)
    answer.assertHeader('location', '/sorgula')
  })
})

test.group('The code on an answer’s letter', (group) => {
  wrapped(group)

  const given = async () => {
    const one = await answered()
    const { publicText, takenAt: on } = one.step
    return { ...one, code: letterProof(one.petition, { text: publicText!, on })! }
  }

  test('is genuine by itself, and held against its petition', async ({ client, assert }) => {
    const { petition, code } = await given()
    assert.match(code, /^AK2\d{18}[A-Z2-7]{160}$/)
    assert.equal(judge(code).verdict, 'genuine')
    const checked = await client.post('/dogrula').form({ slip: code })
    checked.assertTextIncludes('Mektup gerçek.')
    const masa = await officer('masa')
    const path = `/dosya/${petition.number}/fis`
    const held = await client.post(path).withCsrfToken().form({ slip: code }).loginAs(masa)
    held.assertTextIncludes(says('intake.comparison.letter'))
  })

  test('is no slip’s, and no other words’', async ({ client, assert }) => {
    const { petition, code } = await given()
    assert.equal(judge(code.replace('AK2', 'AK1')).verdict, 'changed')
    await db
      .from('steps')
      .where({ petition_id: petition.id })
      .whereNotNull('outcome')
      .update({ public_text: 'Başka bir cevap.' })
    const masa = await officer('masa')
    const path = `/dosya/${petition.number}/fis`
    const held = await client.post(path).withCsrfToken().form({ slip: code }).loginAs(masa)
    held.assertStatus(422)
    held.assertTextIncludes(says('intake.problems.slip.otherLetter'))
  })
})
