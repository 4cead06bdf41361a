import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { Petition } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import { open } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { province } from '#tests/support/databases/three_authorities'
import { GRANTED, officer, received, referredTo, submitted } from '#tests/support/journey'
import {
  answeredAndObjected,
  askedForFee,
  FEE_COVERS,
  FEW_SHOW,
  handedOn,
  heldByFew,
  PROMISE_SAYS,
  SURVEY_SAYS,
} from '#tests/support/intake/held_by_few'
import { wholeHistory } from '#tests/support/response/whole_history'

/** Who signs in and what they may, the petition, two rows that they looked, and what the page reads. */
const MOST = 12
const EVERYBODY = ['tarim', 'tarim.amir', 'masa', 'sef', 'kaymakam']

async function costOf(client: ApiClient, login: string, petition: Petition) {
  const who = await officer(login)
  // The first page of a day learns what is known from then on.
  await open(client, who, petition)
  const { statements, result } = await statementsOf(async () => open(client, who, petition))
  result.assertStatus(200)
  return { cost: statements.length, text: result.text(), statements: statements.join('\n') }
}

test.group('What a card costs the database', (group) => {
  wrapped(group)

  test('is a handful of statements for a new one, whoever opens it', async ({ client, assert }) => {
    const atDesk = [await received(), await received({ kind: 'informationRequest' })]
    for (const petition of atDesk) {
      for (const login of ['masa', 'sef', 'kaymakam']) {
        const { cost, statements } = await costOf(client, login, petition)
        assert.isAtMost(cost, 9, `${login}\n${statements}`)
      }
    }
    for (const petition of [await referredTo('TAR'), await submitted()]) {
      for (const login of EVERYBODY) {
        const { cost, statements } = await costOf(client, login, petition)
        assert.isAtMost(cost, 10, `${login}\n${statements}`)
      }
    }
  })

  test('is no more where it came back, or hides who brought it', async ({ client, assert }) => {
    const returned = await referredTo('TAR')
    const referral = await Referral.currentOf(returned)
    await referral.giveBack(await officer('tarim'), 'Bize ait değil.')
    const tipOff = await referredTo('TAR', { kind: 'tipOff' })
    for (const [login, petition] of [
      ['masa', returned],
      ['sef', returned],
      ['sef', tipOff],
      ['tarim', tipOff],
    ] as const) {
      const { cost, statements } = await costOf(client, login, petition)
      assert.isAtMost(cost, 11, `${login}\n${statements}`)
    }
  })

  test('does not grow with its history, whatever that holds', async ({ client, assert }) => {
    const petition = await submitted()
    await wholeHistory(petition, 1)
    const few: number[] = []
    for (const login of EVERYBODY) few.push((await costOf(client, login, petition)).cost)
    await petition.refresh()
    await wholeHistory(petition, 6)
    for (const [at, login] of EVERYBODY.entries()) {
      const { cost, text, statements } = await costOf(client, login, petition)
      assert.isAtMost(cost, MOST, `${login}\n${statements}`)
      assert.isAtMost(cost, few[at]!, `${login}\n${statements}`)
      for (const words of ['Alt tarla.', 'tapu.pdf', 'Konuşuldu.', 'Orman yolu mu?']) {
        assert.include(text, words)
      }
    }
  })

  test('is the same where it was sent back, and marked', async ({ client, assert }) => {
    const petition = await submitted()
    await wholeHistory(petition, 3)
    await db.from('answers').where('petition_id', petition.id).update({ submitted_at: null })
    await db.from('petitions').where('id', petition.id).update({ stage: 'inProgress' })
    for (const login of EVERYBODY) {
      const { cost, statements } = await costOf(client, login, petition)
      assert.isAtMost(cost, MOST, `${login}\n${statements}`)
    }
  })

  test('is the same where it holds what hardly any has', async ({ client, assert }) => {
    const { governorate } = await province()
    const petition = await submitted()
    await wholeHistory(petition, 3)
    await petition.refresh()
    await heldByFew(petition)
    await handedOn(petition, governorate)
    for (const login of EVERYBODY) {
      const { cost, text, statements } = await costOf(client, login, petition)
      assert.isAtMost(cost, MOST, `${login}\n${statements}`)
      for (const words of Object.values(FEW_SHOW)) assert.include(text, words)
    }
  })

  test('is the same where a fee waits, or a tip-off was struck', async ({ client, assert }) => {
    const { governorate } = await province()
    const information = await referredTo('TAR', { kind: 'informationRequest' })
    const tipOff = await referredTo('TAR', { kind: 'tipOff' })
    for (const petition of [information, tipOff]) {
      const answer = await Answer.draftFor(petition)
      await answer.submit(GRANTED, await officer('tarim'))
      await wholeHistory(petition, 3)
    }
    await askedForFee(information)
    await db.from('petitions').where('id', information.id).update({ stage: 'inProgress' })
    await tipOff.refresh()
    await heldByFew(tipOff)
    await handedOn(tipOff, governorate)
    for (const login of ['tarim', 'tarim.amir', 'sef', 'kaymakam']) {
      for (const petition of [information, tipOff]) {
        const { cost, text, statements } = await costOf(client, login, petition)
        assert.isAtMost(cost, MOST, `${login} ${petition.kind}\n${statements}`)
        const asksFee = petition === information && login === 'tarim'
        if (asksFee) assert.include(text, FEE_COVERS)
      }
    }
  })

  test('is the same after its answer, whatever was said of it', async ({ client, assert }) => {
    const { governorate } = await province()
    const petition = await submitted()
    await wholeHistory(petition, 3)
    await petition.refresh()
    await heldByFew(petition)
    await handedOn(petition, governorate)
    await answeredAndObjected(petition)
    for (const login of EVERYBODY) {
      const { cost, text, statements } = await costOf(client, login, petition)
      assert.isAtMost(cost, MOST, `${login}\n${statements}`)
      for (const words of [SURVEY_SAYS, PROMISE_SAYS]) assert.include(text, words)
    }
  })
})
