import { test } from '@japa/runner'
import { namePerson, Petition } from '#intake'
import { Message } from '#notification'
import { Officer } from '#organisation'
import { Referral } from '#routing'
import { open, send } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { newOfficer, officer, received, unit } from '#tests/support/journey'
import { addresses } from '#tests/support/reminding'
import { opened } from '#tests/support/walks/every_form'
import { asked, workingDay } from '#tests/support/unit_questions'

const GAS = 'Memur kapıyı kapattı; apartmanda çok kuvvetli gaz kokusu var.'
const ASK = 'Kayıtlarınızda bu adres var mı?'

/** A complaint that means this person, at the unit that decides it. */
async function about(login: string, code: string) {
  const petition = await received({ kind: 'complaint', complainedName: 'Memur Örnek', text: GAS })
  await namePerson(petition, await withRoles(login), await officer('masa'))
  const named = await Petition.findOrFail(petition.id)
  await Referral.make(named, await unit(code), await officer('masa'))
  return Petition.findOrFail(petition.id)
}

function withRoles(login: string) {
  return Officer.query().where('login', login).preload('officerRoles').firstOrFail()
}

/** Of whom an urgent petition came to hear, by what stands before the @. */
async function told() {
  const emails = await Message.query().where({ event: 'urgent', channel: 'email' })
  return new Set(emails.map(({ recipient }) => recipient.split('@')[0]!))
}

test.group('A complaint about a person', (group) => {
  emptied(group)

  test('is told to nobody whom it passes by, however urgent', async ({ assert }) => {
    await newOfficer('tarim.iki', 'TAR', ['unitOfficer'])
    await addresses('masa', 'tarim', 'tarim.iki', 'tarim.amir')
    await about('tarim', 'TAR')
    const heard = await told()
    assert.isTrue(heard.has('tarim.amir'))
    for (const login of ['tarim', 'tarim.iki']) assert.isFalse(heard.has(login), login)
  })

  test('shows a unit that is asked its own question alone', async ({ client }) => {
    const petition = await about('tarim', 'TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    const head = await officer('tarim.amir')
    const sent = await send(client, await officer('masa'), petition, 'birime-soru', fields)
    sent.assertStatus(303)
    const tapu = await officer('tapu')
    ;(await opened(client, tapu, '/birim/sorular')).assertTextIncludes(ASK)
    ;(await open(client, tapu, petition)).assertStatus(404)
    ;(await open(client, head, petition)).assertTextIncludes(ASK)
  })

  test('ends what was asked of the unit of whom it turns out to mean', async ({
    client,
    assert,
  }) => {
    const petition = await about('tarim', 'TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    await send(client, await officer('masa'), petition, 'birime-soru', fields)
    const now = await Petition.findOrFail(petition.id)
    await namePerson(now, await withRoles('tapu'), await officer('masa'))
    assert.equal((await asked(petition)).state, 'lapsed')
    const list = await opened(client, await officer('tapu'), '/birim/sorular?filtre=ended')
    assert.notInclude(list.text(), ASK)
  })
})
