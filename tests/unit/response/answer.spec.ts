import { test } from '@japa/runner'
import { Petition, PetitionChanged } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { Answer, AnswerDecision, OwnDraft, Stock } from '#response'
import { NotAllowed, Referral } from '#routing'
import { GRANTED, officer, referredTo, REFUSED, submitted, unit } from '#tests/support/journey'
import { emptied, wrapped } from '#tests/support/database'

async function kinds(petition: Petition) {
  const steps = await petition.related('steps').query()
  return steps.map(({ kind }) => kind).reverse()
}

test.group('Drafting an answer', (group) => {
  wrapped(group)

  test('keeps half-finished words, and begins the work', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const answer = await Answer.draftFor(petition)
    const half = { outcome: null, ground: null, text: 'Yolunuz', reason: null, remedy: null }
    await answer.write(half, await officer('tarim'))
    assert.equal(petition.stage, 'inProgress')
    assert.equal((await Answer.draftFor(petition)).text, 'Yolunuz')

    await answer.write({ ...half, text: 'Yolunuz onarılacaktır.' }, await officer('tarim.amir'))
    assert.lengthOf(await Answer.all(), 1)
    assert.deepEqual(await kinds(petition), ['received', 'referred', 'started'])
  })

  test('tells a colleague whose words would have been lost', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await (await Answer.draftFor(petition)).write(GRANTED, await officer('tarim'))
    const theirs = await Petition.findOrFail(petition.id)
    const theirAnswer = await Answer.draftFor(theirs)

    await (
      await Answer.draftFor(petition)
    ).write({ ...GRANTED, text: 'Bir' }, await officer('tarim'))
    const head = await officer('tarim.amir')
    await assert.rejects(
      () => theirAnswer.write({ ...GRANTED, text: 'İki' }, head),
      PetitionChanged
    )
    assert.equal((await Answer.draftFor(petition)).text, 'Bir')
  })

  test('starts from nothing in the next unit', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await (await Answer.draftFor(petition)).write(GRANTED, tarim)
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    await Referral.make(petition, await unit('ORM'), await officer('sef'))
    assert.isFalse((await Answer.draftFor(petition)).$isPersisted)
  })

  test('is for the unit in charge only', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const answer = await Answer.draftFor(petition)
    for (const login of ['orman', 'masa', 'sef', 'kaymakam', 'bilgiislem']) {
      const other = await officer(login)
      await assert.rejects(() => answer.write(GRANTED, other), NotAllowed)
    }
  })
})

test.group('Submitting an answer', (group) => {
  wrapped(group)

  for (const outcome of ['refused', 'partlyGranted', 'inadmissible']) {
    test(`with the outcome ${outcome} is impossible without reason and remedy`, async ({
      assert,
    }) => {
      const petition = await referredTo('TAR')
      const answer = await Answer.draftFor(petition)
      const tarim = await officer('tarim')
      const draft = { ...REFUSED, outcome, ground: 'courts' }
      await assert.rejects(
        () => answer.submit({ ...draft, reason: ' ', remedy: null }, tarim),
        'reason.required, remedy.required'
      )
      await assert.rejects(() => answer.submit({ ...draft, remedy: '' }, tarim), 'remedy.required')
      assert.equal((await Petition.findOrFail(petition.id)).stage, 'routed')

      await answer.submit(draft, tarim)
      assert.equal(petition.stage, 'awaitingApproval')
    })
  }

  test('as inadmissible needs a ground that the law lists', async ({ assert }) => {
    const answer = await Answer.draftFor(await referredTo('TAR'))
    const tarim = await officer('tarim')
    for (const ground of [null, 'tooLong']) {
      const draft = { ...REFUSED, outcome: 'inadmissible', ground }
      await assert.rejects(() => answer.submit(draft, tarim), 'ground.required')
    }
  })

  test('says everything that is missing at once', async ({ assert }) => {
    const answer = await Answer.draftFor(await referredTo('TAR'))
    const tarim = await officer('tarim')
    const nothing = { outcome: null, ground: null, text: '', reason: null, remedy: null }
    await assert.rejects(() => answer.submit(nothing, tarim), 'outcome.required, text.required')
  })

  test('leaves the remedy that the form offers to negative answers', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const remedy = new Stock('tr').remedy(petition.kind)
    const tarim = await officer('tarim')
    await (await Answer.draftFor(petition)).write({ ...REFUSED, remedy }, tarim)
    assert.equal((await Answer.draftFor(petition)).remedy, remedy)
    await (await Answer.draftFor(petition)).submit({ ...GRANTED, remedy }, tarim)
    assert.isNull((await Answer.draftFor(petition)).remedy)
  })

  test('cannot pass a forwarding off as an answer', async ({ assert }) => {
    const answer = await Answer.draftFor(await referredTo('TAR'))
    const tarim = await officer('tarim')
    const draft = { ...GRANTED, outcome: 'forwarded' }
    await assert.rejects(() => answer.submit(draft, tarim), 'outcome.required')
  })

  test('closes the draft until the head has decided', async ({ assert }) => {
    const answer = await Answer.draftFor(await submitted())
    const tarim = await officer('tarim')
    await assert.rejects(() => answer.write(GRANTED, tarim), NotAllowed)
    await assert.rejects(() => answer.submit(GRANTED, tarim), NotAllowed)
  })
})

test.group('Approving an answer', (group) => {
  wrapped(group)

  test('gives it and concludes in one act', async ({ assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    await (await Answer.draftFor(petition)).approve(head)

    assert.equal(petition.stage, 'concluded')
    assert.equal(petition.outcome, 'granted')
    assert.isNotNull(petition.concludedAt)
    const [step] = await petition.related('steps').query()
    assert.equal(step!.publicText, GRANTED.text)
    assert.isNull(step!.note)
    const decision = await AnswerDecision.firstOrFail()
    assert.equal(decision.decision, 'approved')
    assert.equal(decision.officerId, head.id)
    assert.isTrue((await Answer.newestOf(petition))!.isGiven)
  })

  test('tells the citizen answer, ground, reason and remedy, in this order', async ({ assert }) => {
    const petition = await submitted({ ...REFUSED, outcome: 'inadmissible', ground: 'courts' })
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const [step] = await petition.related('steps').query()
    const places = [REFUSED.text, 'madde 6/b', REFUSED.reason, REFUSED.remedy].map((part) =>
      step!.publicText!.indexOf(part)
    )
    assert.notInclude(places, -1)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other)
    )
  })

  test('is the head’s to do, of this unit', async ({ assert }) => {
    const answer = await Answer.draftFor(await submitted())
    for (const login of ['tarim', 'orman.amir', 'sef', 'kaymakam', 'bilgiislem']) {
      const other = await officer(login)
      await assert.rejects(() => answer.approve(other), NotAllowed)
    }
  })

  test('of one’s own words is impossible', async ({ assert }) => {
    const petition = await referredTo('MUF')
    const mufti = await officer('muftuluk')
    const answer = await Answer.draftFor(petition)
    await answer.submit(GRANTED, mufti)
    await assert.rejects(() => answer.approve(mufti), OwnDraft)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
    assert.lengthOf(await AnswerDecision.all(), 0)
  })

  test('of a colleague’s words that one submitted is impossible too', async ({ assert }) => {
    const head = await officer('tarim.amir')
    for (const text of [GRANTED.text, 'Bence olur.']) {
      const petition = await referredTo('TAR')
      await (await Answer.draftFor(petition)).write(GRANTED, await officer('tarim'))
      await (await Answer.draftFor(petition)).submit({ ...GRANTED, text }, head)
      const answer = await Answer.draftFor(petition)
      await assert.rejects(() => answer.approve(head), OwnDraft)
    }
  })

  test('stays the head’s to do who mended a comma, before or after it was submitted', async ({
    assert,
  }) => {
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const mended = { ...GRANTED, text: 'Yolunuz, cuma günü onarılacaktır.' }
    const before = await referredTo('TAR')
    await (await Answer.draftFor(before)).write(GRANTED, tarim)
    await (await Answer.draftFor(before)).write(mended, head)
    await (await Answer.draftFor(before)).submit(mended, tarim)
    await (await Answer.draftFor(before)).approve(head)
    assert.equal(before.stage, 'concluded')

    const after = await submitted()
    assert.isTrue(await (await Answer.draftFor(after)).correct(mended, head))
    assert.equal(after.stage, 'awaitingApproval')
    await (await Answer.draftFor(after)).approve(head)
    const [step, correction] = await after.related('steps').query()
    assert.equal(step!.publicText, mended.text)
    assert.isNull(step!.note)
    assert.containsSubset(correction, { kind: 'corrected', officerId: head.id })
  })

  test('mends and approves in one go, and keeps what the unit had written', async ({ assert }) => {
    const petition = await submitted()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    const answer = await Answer.draftFor(petition)
    await answer.approve(head, { ...GRANTED, text: 'Onarılacak.' })

    const given = (await Answer.newestOf(petition))!
    assert.containsSubset(given, { text: 'Onarılacak.', submittedBy: tarim.id, draftedBy: head.id })
    const [version, ...more] = await given.related('versions').query()
    assert.containsSubset(version, { text: GRANTED.text, officerId: tarim.id, version: 1 })
    assert.isEmpty(more)
    assert.deepEqual((await kinds(petition)).slice(-3), ['submitted', 'corrected', 'concluded'])
  })

  test('with nothing mended names no correction', async ({ assert }) => {
    for (const draft of [GRANTED, REFUSED]) {
      const petition = await submitted(draft)
      const head = await officer('tarim.amir')
      assert.isFalse(await (await Answer.draftFor(petition)).correct(draft, head))
      const answer = await Answer.draftFor(petition)
      await answer.approve(head, { ...draft, remedy: draft.remedy ?? '' })
      assert.notInclude(await kinds(petition), 'corrected')
      const newest = (await Answer.newestOf(petition))!
      assert.isEmpty(await newest.related('versions').query())
    }
  })

  test('cannot mend the remedy away', async ({ assert }) => {
    const petition = await submitted(REFUSED)
    const head = await officer('tarim.amir')
    const without = { ...REFUSED, remedy: '' }
    const answer = await Answer.draftFor(petition)
    await assert.rejects(() => answer.correct(without, head), 'remedy.required')
    await assert.rejects(() => answer.approve(head, without), 'remedy.required')
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('of one’s own words is said on the step where the authority allows it', async ({
    assert,
    cleanup,
  }) => {
    await Authority.query().update({ self_approval: true })
    Catalogue.forget()
    cleanup(() => Catalogue.forget())
    const petition = await referredTo('MUF')
    const mufti = await officer('muftuluk')
    const answer = await Answer.draftFor(petition)
    await answer.submit(GRANTED, mufti)
    await answer.approve(mufti)
    assert.equal(petition.stage, 'concluded')
    const [step] = await petition.related('steps').query()
    assert.include(step!.note, 'kendisi onayladı')
  })

  test('looks again at the remedy, whoever wrote the row', async ({ assert }) => {
    const petition = await submitted(REFUSED)
    await Answer.query().update({ remedy: null })
    const answer = await Answer.draftFor(petition)
    const head = await officer('tarim.amir')
    await assert.rejects(() => answer.approve(head), 'remedy.required')
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('is done by the bureau’s chief when the bureau answers itself', async ({ assert }) => {
    const petition = await referredTo('AKB')
    await (await Answer.draftFor(petition)).submit(GRANTED, await officer('masa'))
    await (await Answer.draftFor(petition)).approve(await officer('sef'))
    assert.equal(petition.stage, 'concluded')
  })
})

test.group('Sending an answer back', (group) => {
  wrapped(group)

  test('keeps the words and tells why, until they are submitted again', async ({ assert }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    await (await Answer.draftFor(petition)).sendBack(head, 'Tarihi yazınız.')

    const answer = await Answer.draftFor(petition)
    assert.equal(petition.stage, 'inProgress')
    assert.equal(answer.text, GRANTED.text)
    assert.equal(answer.sentBackReason, 'Tarihi yazınız.')

    await answer.submit({ ...GRANTED, text: '4 Aralık 2026' }, await officer('tarim'))
    const again = await Answer.draftFor(petition)
    assert.isNull(again.sentBackReason)
    await again.approve(head)
    assert.deepEqual(await kinds(petition), [
      'received',
      'referred',
      'started',
      'submitted',
      'sentBack',
      'submitted',
      'concluded',
    ])
  })

  test('needs a reason', async ({ assert }) => {
    const answer = await Answer.draftFor(await submitted())
    const head = await officer('tarim.amir')
    await assert.rejects(() => answer.sendBack(head, ''), 'reason.correction')
    assert.lengthOf(await AnswerDecision.all(), 0)
  })
})

test.group('Two heads at once', (group) => {
  emptied(group)

  test('decide about one answer: the second is told, and one decision stands', async ({
    assert,
  }) => {
    const petition = await submitted()
    const head = await officer('tarim.amir')
    const one = await Answer.draftFor(await Petition.findOrFail(petition.id))
    const other = await Answer.draftFor(await Petition.findOrFail(petition.id))

    const results = await Promise.allSettled([
      one.approve(head),
      other.sendBack(head, 'Tarihi yazınız.'),
    ])
    const failed = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(failed, 1)
    assert.instanceOf(failed[0]!.reason, PetitionChanged)
    assert.lengthOf(await AnswerDecision.all(), 1)
  })
})
