import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Catalogue, type SubjectQuestion } from '#organisation'
import { district } from '#tests/support/databases/district'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { lineOf, sealed, sentForms, words } from '#tests/support/outage'
import { keptQuestions } from '../../../../app/intake/outage/asking/kept_questions.ts'

const SUBJECT = 'egitim.kayit-nakil'

async function school() {
  const catalogue = await district()
  return catalogue.questionsOf(catalogue.subjectByCode(SUBJECT))[0]!
}

test.group('What a form asks while the line is cut', (group) => {
  emptied(group)
  group.each.teardown(async () => {
    await db.from('subject_questions').update({ closed_on: null })
    Catalogue.forget()
  })

  test('travels with the page: questions, choices and units, and no more than three hundred', async ({
    client,
    assert,
  }) => {
    const { inputName, label } = await school()
    const page = (await client.get('/masa/kesinti').loginAs(await officer('masa'))).text()
    const [, asks = ''] = new RegExp(`data-asks="${SUBJECT}">([^]*?)</template>`).exec(page) ?? []
    for (const word of [inputName, label, 'name="asked"']) assert.include(asks, word)
    assert.include(page, '<option value="TAR">')
    assert.include(page, 'Hat gelince başvurunun dosyasından eklersiniz')
    const one = await school()
    const many = Array.from({ length: 200 }, () => one)
    const subjects = ['a', 'b'].map((code) => ({ code }))
    const big = {
      subjects,
      subjectByCode: (code: string) => subjects.find((each) => each.code === code),
      questionsOf: () => many,
    } as unknown as Catalogue
    assert.deepEqual(
      keptQuestions(big, 'tr').map(({ code, list }) => [code, list.length]),
      [['a', 200]]
    )
  })

  test('stands on the petition, and the unit complained about with it', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const { inputName, label } = await school()
    const about = { subject: SUBJECT, asked: SUBJECT, [inputName]: 'Cumhuriyet Ortaokulu' }
    const complaint = { kind: 'complaint', complained: 'TAR' }
    const form = await sealed(line, line.tokens[0]!.token, words({ ...about, ...complaint }))
    const [result] = await sentForms(client, masa, [form])
    assert.equal(result!.state, 'received')
    const petition = await Petition.firstOrFail()
    assert.deepEqual(petition.particularsIn('tr'), [{ label, value: 'Cumhuriyet Ortaokulu' }])
    const tar = (await district()).unitByCode('TAR')!
    assert.equal(petition.complainedUnitId, tar.id)
  })

  test('comes back with its answer where the question was closed meanwhile', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const [one, other] = (await district()).questionsOf(
      (await district()).subjectByCode(SUBJECT)
    ) as [SubjectQuestion, SubjectQuestion]
    const answers = { [one.inputName]: 'Cumhuriyet Ortaokulu', [other.inputName]: '5–8. sınıf' }
    const about = { subject: SUBJECT, asked: SUBJECT, ...answers }
    const form = await sealed(line, line.tokens[0]!.token, words(about))
    await db.from('subject_questions').where('id', one.id).update({ closed_on: '2026-01-05' })
    Catalogue.forget()
    const [result] = await sentForms(client, masa, [form])
    assert.equal(result!.state, 'returned')
    const { id } = await db.from('outage_forms').firstOrFail()
    const page = await client.get(`/masa/hatsiz/${id}`).loginAs(masa)
    page.assertTextIncludes(one.label)
    page.assertTextIncludes('Cumhuriyet Ortaokulu')
    assert.match(page.text(), new RegExp(`name="${other.inputName}"`), 'the other one is asked')
    const text = 'Okul: Cumhuriyet Ortaokulu.'
    const mended = { ...words({ ...about, text }), [one.inputName]: '' }
    ;(await sendAs(client, masa, `/masa/hatsiz/${id}`, mended)).assertStatus(303)
    assert.lengthOf((await Petition.firstOrFail()).particularsIn('tr'), 1)
  })
})
