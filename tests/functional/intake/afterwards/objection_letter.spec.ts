import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { answered, objected } from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { fresh, lookedUp } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer } from '#tests/support/journey'
import { Poppler } from '#tests/support/programs/poppler'
import { onAWednesday } from '#tests/support/reminding'
import { lettersOn } from '#tests/support/response/answered'
import { letterProof } from '../../../../app/intake/answer_letter/proof.ts'
import { decidedOf } from '../../../../app/intake/afterwards/letter/decided.ts'

const LETTER = 'Program kesindir; cevap yerindedir.'
const said = async (pdf: Buffer) =>
  (await Poppler.asked(pdf, 'pdftotext', '-raw')).replaceAll(/\s+/g, ' ')

async function decided(client: ApiClient, decision: string) {
  const { petition, secret } = await answered()
  await objected(client, petition, secret)
  const words = { decision, letter: LETTER }
  ;(await send(client, await officer('sef'), petition, 'itiraz', words)).assertStatus(303)
  return { petition: await fresh(petition), secret }
}

test.group('The letter of a decided objection', (group) => {
  group.each.skip(!Poppler.isInstalled, Poppler.MISSING)
  onAWednesday(group)
  wrapped(group)

  test('says what was decided, why, and where one can go from there', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await decided(client, 'rejected')
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(LETTER)
    const path = lettersOn(page.text()).at(-1)!
    const answer = await client.get(path)
    answer.assertHeader('content-type', 'application/pdf')
    const pdf = answer.body() as Buffer
    assert.match(await Poppler.asked(pdf, 'pdfinfo'), /Tagged:\s+yes/)
    const text = await said(pdf)
    const { letter } = (await decidedOf(petition))!
    assert.notEqual(letter, LETTER, 'the remedy stands below')
    for (const words of [LETTER, says('intake.answerLetter.rejected'), petition.shownNumber]) {
      assert.include(text, words)
    }
    assert.notInclude(text, 'Ayşe Deneme', 'a citizen’s letter names nobody')
  })

  test('is printed at the unit with its reader’s name, and proves itself', async ({
    client,
    assert,
  }) => {
    const { petition } = await decided(client, 'upheld')
    const masa = await officer('masa')
    const printed = await client
      .get(`/dosya/${petition.number}/mektup/pdf?cevap=itiraz`)
      .loginAs(masa)
    printed.assertStatus(200)
    const text = await said(printed.body() as Buffer)
    for (const words of ['Ayşe Deneme', says('intake.answerLetter.upheld'), LETTER]) {
      assert.include(text, words)
    }
    const { letter, decidedAt } = (await decidedOf(petition))!
    assert.equal(letter, LETTER, 'nothing is refused, and nothing stands below')
    const slip = letterProof(petition, { text: letter, on: decidedAt })!
    const compare = await client
      .post(`/dosya/${petition.number}/fis`)
      .loginAs(masa)
      .withCsrfToken()
      .form({ slip })
    compare.assertTextIncludes(says('intake.comparison.letterOfObjection'))
  })

  test('is the governorate’s where that one decided it', async ({ client, assert }) => {
    const { governorate } = await province()
    const vali = await person(governorate, 'vali', null, ['manager'])
    const { id } = await officer('tarim.amir')
    await db.table('officer_roles').insert({ officer_id: id, role: 'manager' })
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    const words = { decision: 'rejected', letter: LETTER }
    ;(await send(client, vali, petition, 'itiraz', words)).assertStatus(303)
    const { page } = await lookedUp(client, petition, secret)
    const answer = await client.get(lettersOn(page.text()).at(-1)!)
    const text = await said(answer.body() as Buffer)
    const { name } = governorate.authority
    for (const one of [name, name.toLocaleUpperCase('tr'), LETTER]) assert.include(text, one)
    const at = `/dosya/${petition.number}/mektup/pdf?cevap=itiraz`
    const printed = await client.get(at).loginAs(await officer('masa'))
    assert.include(await said(printed.body() as Buffer), vali.name, 'whoever decided signs it')
  })

  test('is there for nobody before it is decided', async ({ client }) => {
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    const path = `/dosya/${petition.number}/mektup/pdf?cevap=itiraz`
    ;(await client.get(path).loginAs(await officer('masa'))).assertStatus(404)
  })
})
