import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Charge, LastDay, Petition, PetitionChanged, PetitionList } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import {
  AuthorityMissing,
  Forwarding,
  HadItBefore,
  Handover,
  LastAuthority,
  NotAllowed,
  NotAtWork,
  Referral,
  restrict,
  Return,
  waysOf,
} from '#routing'
import { Answer } from '#response'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { person, province } from '#tests/support/databases/three_authorities'
import { GRANTED, officer, received, referredTo, unit } from '#tests/support/journey'

const WHY = 'Yol il yolu; işi Valilik yapar.'

/** The province and somebody at each desk of it. */
async function desks() {
  const tree = await province()
  return {
    ...tree,
    sef: await officer('sef'),
    vali: await person(tree.governorate, 'vali.buro', 'AKB', ['bureauChief']),
    komsu: await person(tree.burhaniye, 'burhaniye.buro', 'AKB', ['bureauChief']),
  }
}

const rowOf = ({ id }: { id: number }) => db.from('petitions').where({ id }).firstOrFail()

test.group('Handing over', (group) => {
  wrapped(group)

  test('gives it to the other desk, and moves neither number, code nor clocks', async ({
    assert,
  }) => {
    const { governorate, sef, vali } = await desks()
    const petition = await received()
    const [before, days] = [await rowOf(petition), await LastDay.of(petition)]
    const handover = await Handover.make(petition, governorate.authority, sef, WHY)

    const after = await rowOf(petition)
    for (const kept of ['number', 'secret_digest', 'due_on', 'legal_due_on', 'received_at']) {
      assert.deepEqual(after[kept], before[kept], kept)
    }
    assert.deepEqual(
      JSON.stringify(await LastDay.of(petition)),
      JSON.stringify(days),
      'why these days are the last ones'
    )
    assert.containsSubset(after, {
      authority_id: governorate.authority.id,
      unit_id: governorate.bureau.id,
      stage: 'received',
      came_from: sef.authorityId,
      handbacks: 0,
    })
    assert.containsSubset(handover.serialize(), { note: WHY, position: 2, officerId: sef.id })
    assert.equal((await Petition.findFor(vali, petition.number))?.id, petition.id)
    assert.isNull(await Petition.findFor(sef, petition.number))
    const { rows } = await PetitionList.page(vali, { stages: ['received'] })
    assert.equal(rows[0]?.cameFrom, (await Catalogue.of(sef.authorityId)).authority.name)
    assert.lengthOf((await PetitionList.page(sef, {})).rows, 0)
  })

  test('needs a note, and an authority of the same tree that has a bureau', async ({ assert }) => {
    const { governorate, burhaniye, sef } = await desks()
    const petition = await received()
    const { authority } = governorate
    await assert.rejects(() => Handover.make(petition, authority, sef, ' \u200B'), 'note.required')
    await assert.rejects(() => Handover.make(petition, undefined, sef, WHY), 'authority.required')
    const own = (await Catalogue.of(sef.authorityId)).authority
    await assert.rejects(() => Handover.make(petition, own, sef, WHY), AuthorityMissing)
    await db.from('authorities').where('id', burhaniye.authority.id).update({ parent_id: null })
    hasMoreUnits()
    await assert.rejects(
      () => Handover.make(petition, burhaniye.authority, sef, WHY),
      AuthorityMissing
    )
    await db.from('units').where('id', governorate.bureau.id).update({ closed_on: '2026-01-05' })
    hasMoreUnits()
    await assert.rejects(() => Handover.make(petition, authority, sef, WHY), NotAtWork)
    assert.equal((await rowOf(petition)).version, petition.version)
    assert.lengthOf(await Handover.all(), 0)
  })

  test('is the desk’s alone, and of nothing that lies with a unit or is concluded', async ({
    assert,
  }) => {
    const { governorate, sef } = await desks()
    const petition = await referredTo('TAR')
    const hand = (who: Officer) => Handover.make(petition, governorate.authority, who, WHY)
    for (const login of ['sef', 'masa', 'tarim', 'tarim.amir', 'kaymakam', 'bilgiislem']) {
      const who = await officer(login)
      await assert.rejects(() => hand(who), NotAllowed)
    }
    const referral = await Referral.currentOf(petition)
    await referral.giveBack(await officer('tarim'), 'Bize ait değil.')
    await hand(sef)
    assert.equal(petition.stage, 'received')

    const ended = await received()
    const letter = { documentNumber: null, text: null }
    await Forwarding.make(ended, await unit('BEL'), sef, letter)
    await assert.rejects(() => Handover.make(ended, governorate.authority, sef, WHY), NotAllowed)
  })

  test('is not done twice, nor by whoever was slower', async ({ assert }) => {
    const { governorate, burhaniye, sef } = await desks()
    const petition = await received()
    const slower = await Petition.findOrFail(petition.id)
    await Handover.make(petition, governorate.authority, sef, WHY)
    await assert.rejects(
      () => Handover.make(slower, burhaniye.authority, sef, WHY),
      PetitionChanged
    )
    assert.lengthOf(await Handover.all(), 1)
  })

  test('takes the subject of the same code, and none where the other has none', async ({
    assert,
  }) => {
    const { governorate, sef } = await desks()
    const catalogue = await Catalogue.of(sef.authorityId)
    const subject = catalogue.subjectByCode('tarim.destek')!
    const known = await received({ subject })
    await Handover.make(known, governorate.authority, sef, WHY)
    assert.equal(known.subjectId, governorate.subjectByCode('tarim.destek')!.id)
    assert.notEqual(known.subjectId, subject.id)

    const theirs = { authority_id: governorate.authority.id, code: 'tarim.destek' }
    await db.from('subjects').where(theirs).update({ code: 'baska' })
    hasMoreUnits()
    const unknown = await received({ subject })
    await Handover.make(unknown, governorate.authority, sef, WHY)
    assert.isNull(unknown.subjectId)
  })

  test('leaves an open draft behind, which is there again when it comes back', async ({
    assert,
  }) => {
    const { governorate, sef, vali } = await desks()
    const petition = await received()
    await Referral.make(petition, await unit('AKB'), sef)
    await (await Answer.draftFor(petition)).write(GRANTED, sef)
    await Handover.make(petition, governorate.authority, sef, WHY)
    assert.isNull(await Answer.newestOf(petition))
    await Handover.giveBack(petition, vali, 'İl yolu değil.')
    assert.equal(petition.stage, 'returned')
    assert.equal((await Answer.newestOf(petition))?.text, GRANTED.text)
  })
})

test.group('The old authority', (group) => {
  wrapped(group)

  /** Who of the old authority still sees something of it. */
  async function keepers(petition: Petition, logins: readonly string[]) {
    const seen = []
    for (const login of logins) {
      const who = await officer(login)
      if (await Petition.keptFor(who, petition.number)) seen.push(login)
    }
    return seen
  }
  const ALL = ['masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem', 'denetci']

  test('keeps what it knew for whoever saw it there, and its units nothing', async ({ assert }) => {
    const { governorate, sef, komsu } = await desks()
    const petition = await referredTo('TAR')
    await (await Referral.currentOf(petition)).giveBack(await officer('tarim'), 'Bize ait değil.')
    await Handover.make(petition, governorate.authority, sef, WHY)
    assert.deepEqual(await keepers(petition, ALL), ['masa', 'sef', 'kaymakam'])
    assert.equal((await Petition.keptFor(sef, petition.number))?.knownTo, 4)
    assert.isNull(await Petition.keptFor(komsu, petition.number))
  })

  test('keeps a complaint about its bureau for its managers alone', async ({ assert }) => {
    const { governorate, vali } = await desks()
    const petition = await received({ complainedUnit: await unit('AKB') })
    const sef = await officer('sef')
    await assert.rejects(() => Handover.make(petition, governorate.authority, sef, WHY), NotAllowed)
    await Handover.make(petition, governorate.authority, await officer('kaymakam'), WHY)
    assert.equal(petition.desk, 'bureau')
    assert.isNotNull(await Petition.findFor(vali, petition.number))
    assert.deepEqual(await keepers(petition, ALL), ['kaymakam'])
    await Handover.giveBack(petition, vali, 'Kendi bürosu hakkında; amiri bakar.')
    assert.equal(petition.desk, 'management')
    assert.isNull(await Petition.findFor(sef, petition.number))
    assert.isNotNull(await Petition.findFor(await officer('kaymakam'), petition.number))
  })

  test('hides a complaint from whoever belongs to the unit that it is about', async ({
    assert,
  }) => {
    const { edremit, governorate, sef } = await desks()
    const petition = await received({ complainedUnit: await unit('TAR') })
    const farmer = await person(edremit, 'tarim.buro', 'TAR', ['bureauOfficer', 'unitHead'])
    await Handover.make(petition, governorate.authority, sef, WHY)
    assert.isNull(await Petition.keptFor(farmer, petition.number))
    assert.isNotNull(await Petition.keptFor(sef, petition.number))
  })

  test('shows a restricted one to its bureau alone, also when it becomes so later', async ({
    assert,
  }) => {
    const { governorate, sef, vali } = await desks()
    const restricted = await received()
    await restrict(restricted, sef, 'Komşusu burada çalışıyor.')
    await Handover.make(restricted, governorate.authority, sef, WHY)
    assert.equal(restricted.circle, 'bureau')
    assert.deepEqual(await keepers(restricted, ALL), ['masa', 'sef'])

    const later = await received()
    await Handover.make(later, governorate.authority, sef, WHY)
    await restrict(later, vali, 'Şiddet var.')
    assert.deepEqual(await keepers(later, ALL), ['masa', 'sef'])
  })

  test('sees the stage and the outcome follow, and no step of the other', async ({ assert }) => {
    const { governorate, sef, vali } = await desks()
    const petition = await received()
    await Handover.make(petition, governorate.authority, sef, WHY)
    const letter = { documentNumber: null, text: null }
    await Forwarding.make(petition, governorate.unitByCode('BEL')!, vali, letter)
    const kept = await Petition.keptFor(sef, petition.number)
    assert.equal(kept?.petition.outcome, 'forwarded')
    const row = await db.from('petition_readers').where('kept_by', sef.authorityId).firstOrFail()
    assert.equal(row.stage, 'concluded')
    assert.equal(kept?.knownTo, 2)
  })

  test('restricts what is sensitive at the new authority and was not here', async ({ assert }) => {
    const { governorate, sef } = await desks()
    const theirs = { authority_id: governorate.authority.id, code: 'tarim.destek' }
    await db.from('subjects').where(theirs).update({ sensitive: true })
    hasMoreUnits()
    const subject = (await Catalogue.of(sef.authorityId)).subjectByCode('tarim.destek')!
    const petition = await received({ subject })
    await Handover.make(petition, governorate.authority, sef, WHY)
    assert.equal(petition.circle, 'bureau')
    const steps = await petition.related('steps').query()
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['restricted', 'handedOver', 'received']
    )
  })
})

test.group('Giving back to an authority', (group) => {
  wrapped(group)

  test('is counted, has a reason, and leaves whoever gave it back nothing', async ({ assert }) => {
    const { governorate, edremit, sef, vali } = await desks()
    const petition = await received()
    await Handover.make(petition, governorate.authority, sef, WHY)
    await assert.rejects(() => Handover.giveBack(petition, vali, ' '), 'reason.handBack')
    await assert.rejects(() => Handover.make(petition, edremit.authority, vali, WHY), HadItBefore)
    await Handover.giveBack(petition, vali, 'İl yolu değil.')
    assert.containsSubset(petition.serialize(), { stage: 'returned', handbacks: 1, returns: 0 })
    assert.isNotNull(await Petition.findFor(sef, petition.number))
    assert.isNull(await Petition.keptFor(vali, petition.number))
    assert.isNull(await Petition.keptFor(sef, petition.number))
  })

  test('lies with the governorate the second time, and a third is impossible', async ({
    assert,
  }) => {
    const { governorate, burhaniye, sef, vali, komsu } = await desks()
    const petition = await received()
    await Handover.make(petition, burhaniye.authority, sef, WHY)
    await Handover.giveBack(petition, komsu, 'Bizim ilçede değil.')
    await Handover.make(petition, burhaniye.authority, sef, 'Haritaya göre sizde.')
    assert.equal((await waysOf(petition)).back?.id, governorate.authority.id)
    await Handover.giveBack(petition, komsu, 'Yine değil.')
    assert.containsSubset(petition.serialize(), {
      authorityId: governorate.authority.id,
      handbacks: 2,
    })
    assert.isNotNull(await Petition.keptFor(sef, petition.number))
    await assert.rejects(() => Handover.giveBack(petition, vali, 'Bizde değil.'), NotAllowed)

    await Handover.make(petition, burhaniye.authority, vali, 'Valilik kararı.')
    assert.equal(petition.handbacks, 2)
    assert.isTrue((await waysOf(petition)).isLast)
    await assert.rejects(() => Handover.giveBack(petition, komsu, 'Olmaz.'), LastAuthority)
    const { authority } = governorate
    await assert.rejects(() => Handover.make(petition, authority, komsu, WHY), LastAuthority)
  })

  test('is for the governorate a decision the second time', async ({ assert }) => {
    const { governorate, edremit, sef, vali } = await desks()
    const petition = await received()
    await Handover.make(petition, governorate.authority, sef, WHY)
    await Handover.giveBack(petition, vali, 'İl yolu değil.')
    await Handover.make(petition, governorate.authority, sef, 'Karar sizin.')
    await assert.rejects(() => Handover.giveBack(petition, vali, 'Olmaz.'), NotAllowed)
    await Handover.make(petition, edremit.authority, vali, 'İlçe yapar.')
    assert.equal(petition.handbacks, 2)
    await assert.rejects(
      () => Handover.make(petition, governorate.authority, sef, WHY),
      LastAuthority
    )
    const charge = await Charge.of(petition)
    assert.isTrue(petition.allows('refer', sef, charge))
  })

  test('begins the returns of units anew, and knows them again', async ({ assert }) => {
    const { governorate, sef, vali } = await desks()
    const petition = await referredTo('TAR')
    await (await Referral.currentOf(petition)).giveBack(await officer('tarim'), 'Bize ait değil.')
    assert.equal(petition.returns, 1)
    await Handover.make(petition, governorate.authority, sef, WHY)
    assert.equal(petition.returns, 0)
    await Handover.giveBack(petition, vali, 'İl yolu değil.')
    assert.equal(petition.returns, 1)
    assert.lengthOf(await Return.of(petition), 1)
  })
})
