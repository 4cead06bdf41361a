import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { AnswerDelivery, givenAnswers } from '#intake'
import { emptied } from '#tests/support/database'
import { manyPostedLetters } from '#tests/support/databases/many_posted_letters'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { PaperWish } from '../../../app/notification/models/paper_wish.ts'
import { PostedLetter } from '../../../app/notification/models/posted_letter.ts'
import { labelsFor } from '../../../app/notification/post/lists/labels.ts'
import { WaitingLetters } from '../../../app/notification/post/lists/waiting_letters.ts'

test.group('Answers on paper', (group) => {
  emptied(group)

  test('are listed a page at a time along an index, however much has arrived', async ({
    assert,
  }) => {
    await manyPetitions(2500)
    await manyPostedLetters()
    if (db.connection().dialect.name === 'mysql') {
      await db.rawQuery('analyze table petitions, posted_letters, answer_deliveries')
    }
    await learnTables()
    const masa = await officer('masa')
    const letter = await PostedLetter.query().where('state', 'delivered').firstOrFail()
    const petition = { id: letter.petitionId }
    const sent = await sentBy(async () => {
      const first = await WaitingLetters.page(masa, 'waiting', '')
      assert.isNotEmpty(first.rows)
      assert.isNotNull(first.next)
      await WaitingLetters.page(masa, 'waiting', first.next!)
      await WaitingLetters.page(masa, 'posted', '')
      await labelsFor(masa, '')
      await PostedLetter.of(petition)
      await PaperWish.isFor(petition)
      await AnswerDelivery.of(letter.stepId)
      await givenAnswers(petition)
    })
    assert.isAbove(sent.length, 7)
    for (const one of sent) assert.deepEqual(await sinsOf(one), [], one.sql)
  })
})
