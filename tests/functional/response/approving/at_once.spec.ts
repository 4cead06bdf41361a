import { test } from '@japa/runner'
import { Petition, PetitionChanged } from '#intake'
import { Answer, AnswerDecision } from '#response'
import { Referral } from '#routing'
import { emptied } from '#tests/support/database'
import { GRANTED, newOfficer, officer, referredTo, submitted } from '#tests/support/journey'
import { takeBack, takeOver } from '../../../../app/response/approving/take_back.ts'

/** Both as they have read it; the one who is too late is told so. */
async function atOnce(petition: Petition, ...works: ((answer: Answer) => Promise<unknown>)[]) {
  const read = await Promise.all(
    works.map(async () => Answer.draftFor(await Petition.findOrFail(petition.id)))
  )
  return Promise.allSettled(works.map((work, at) => work(read[at]!)))
}

test.group('Two at once', (group) => {
  emptied(group)

  for (const [name, other] of [
    ['approve', async (answer: Answer) => answer.approve(await second())],
    [
      'approve and take it back',
      async (answer: Answer) => takeBack(answer, await officer('tarim')),
    ],
    ['approve and take it over', async (answer: Answer) => takeOver(answer, await second())],
  ] as const) {
    test(`${name}: one wins, the other is told`, async ({ assert }) => {
      const petition = await submitted()
      await newOfficer('tarim.amir2', 'TAR', ['unitHead'])
      const head = await officer('tarim.amir')
      const results = await atOnce(petition, (answer) => answer.approve(head), other)
      const late = results.filter((result) => result.status === 'rejected')
      assert.lengthOf(late, 1)
      assert.instanceOf(late[0]!.reason, PetitionChanged)
      const { stage } = await Petition.findOrFail(petition.id)
      const decided = (await AnswerDecision.all()).length
      assert.equal(decided, stage === 'concluded' ? 1 : 0)
    })
  }

  test('submit and give back: one wins, the other is told', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const referral = await Referral.currentOf(await Petition.findOrFail(petition.id))
    const results = await atOnce(
      petition,
      (answer) => answer.submit(GRANTED, tarim),
      () => referral.giveBack(tarim, 'Bize ait değil.')
    )
    const late = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(late, 1)
    assert.instanceOf(late[0]!.reason, PetitionChanged)
    const { stage } = await Petition.findOrFail(petition.id)
    assert.include(['awaitingApproval', 'returned'], stage)
  })
})

async function second() {
  return officer('tarim.amir2')
}
