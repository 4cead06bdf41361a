import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Merge, merge, part, Petition, type Secret } from '#intake'
import { liftRestriction, restrict } from '#routing'
import { Answer } from '#response'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { PetitionChanged } from '../../../../app/intake/models/petition_record.ts'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { details } from '#tests/support/petitions'

const PHONE = PhoneNumber.parse('0500 012 34 56')

/** What one person brought, each time with a code; the same words twice are one petition. */
let times = 0
async function brought(about: Parameters<typeof details>[0] = {}) {
  const text = `Yolumuz çok bozuk, ${++times}. kez söylüyorum.`
  return Petition.receive(details({ phone: PHONE, text, ...about }))
}

async function kindsOf({ id }: Petition) {
  const petition = await Petition.findOrFail(id)
  return (await petition.related('steps').query()).map(({ kind }) => kind).toReversed()
}

const now = ({ id }: Petition) => Petition.findOrFail(id)

function lookedUp(client: ApiClient, petition: Petition, secret: Secret) {
  return client.post('/sorgula').form({ number: petition.number, secret: secret.text })
}

test.group('Petitions of one person', (group) => {
  wrapped(group)

  test('are merged at the desk: both numbers live, and the first one leads', async ({
    client,
    assert,
  }) => {
    const first = await brought()
    const second = await brought({ text: 'Yolumuzu yapın, çok bozuk.' })
    const sef = await officer('sef')
    const page = await client.get(`/dosya/${second.petition.number}/birlestirme`).loginAs(sef)
    page.assertStatus(200)
    page.assertTextIncludes(`value="${first.petition.number}"`)
    const done = await sendAs(client, sef, `/dosya/${second.petition.number}/birlestirme`, {
      version: String(second.petition.version),
      other: first.petition.number,
    })
    done.assertStatus(303)
    assert.deepEqual(await kindsOf(first.petition), ['received', 'mergedFrom'])
    assert.deepEqual(await kindsOf(second.petition), ['received', 'mergedInto'])
    const led = await now(second.petition)
    assert.equal(led.stage, 'merged')
    assert.equal(led.leadId, first.petition.id)
    assert.isFalse(led.isOpen)
    const seen = await lookedUp(client, second.petition, second.secret)
    seen.assertTextIncludes(says('intake.result.ledBy', { lead: first.petition.shownNumber }))
    const other = await lookedUp(client, first.petition, first.secret)
    other.assertTextIncludes(second.petition.shownNumber)
  })

  test('are offered, and of one telephone no other person’s', async ({ client, assert }) => {
    const nationalId = NationalId.parse('12345678950')
    const { petition } = await brought({ nationalId })
    const [same, others] = [await brought(), await brought({ nationalId })]
    const ofOthers = db.from('petitioners').where('petition_id', others.petition.id)
    await ofOthers.update({ national_id_index: 'somebody else' })
    const page = await client
      .get(`/dosya/${petition.number}/birlestirme`)
      .loginAs(await officer('sef'))
    page.assertTextIncludes(`value="${same.petition.number}"`)
    assert.notInclude(page.text(), `value="${others.petition.number}"`)
  })

  test('get one answer, each with its own end and letter', async ({ client, assert }) => {
    const lead = await referredTo('TAR', { phone: PHONE })
    const second = await brought()
    await merge(await now(lead), second.petition, await officer('sef'))
    const draft = await Answer.draftFor(await now(lead))
    await draft.submit(GRANTED, await officer('tarim'))
    await (await Answer.newestOf(await now(lead)))!.approve(await officer('tarim.amir'))
    const led = await now(second.petition)
    assert.equal(led.stage, 'concluded')
    assert.equal(led.outcome, 'granted')
    const [step] = await led.related('steps').query()
    assert.equal(step!.kind, 'concluded')
    assert.include(step!.publicText, GRANTED.text)
    const seen = await lookedUp(client, second.petition, second.secret)
    seen.assertTextIncludes(GRANTED.text)
  })

  test('go no circle: who is led leads nobody, and who leads is not led', async ({ assert }) => {
    const sef = await officer('sef')
    const all = [await brought(), await brought(), await brought()]
    const [a, b, c] = all.map(({ petition }) => petition) as [Petition, Petition, Petition]
    await merge(a, b, sef)
    const refusals: string[] = []
    for (const [one, other] of [
      [b, c],
      [a, b],
      [b, a],
    ] as const) {
      await merge(await now(one), await now(other), sef).catch(({ reasons, message }) =>
        refusals.push(reasons?.[0]?.rule ?? message)
      )
    }
    assert.deepEqual(refusals, ['led', 'already', 'already'])
    await merge(await now(a), await now(c), sef)
    assert.equal((await now(a)).leads, 2)
  })

  test('are not both led when two desks press at once', async ({ assert }) => {
    const sef = await officer('sef')
    const [a, b] = [(await brought()).petition, (await brought()).petition]
    await merge(a, b, sef)
    const [oldA, oldB] = [await now(a), await now(b)]
    oldA.version -= 1
    oldB.$attributes.leadId = null
    oldB.$attributes.stage = 'received'
    await assert.rejects(() => merge(oldA, oldB, sef), PetitionChanged)
  })

  test('are parted within seven days, and go on where they stood', async ({ assert }) => {
    const sef = await officer('sef')
    const lead = (await brought()).petition
    const led = await referredTo('TAR', { phone: PHONE })
    await merge(lead, led, sef)
    await part(await now(led), sef)
    assert.equal((await now(led)).stage, 'routed')
    assert.equal((await now(led)).leadId, null)
    assert.equal((await now(lead)).leads, 0)
    assert.deepEqual(await kindsOf(led), ['received', 'referred', 'mergedInto', 'parted'])
    await merge(await now(lead), await now(led), sef)
    const merger = await Merge.nowOf(led)
    await merger.merge({ mergedAt: merger.mergedAt.minus({ days: 8 }) }).save()
    await assert.rejects(async () => part(await now(led), sef))
  })

  test('stay apart where one of them is told on, about somebody, restricted or another’s', async ({
    assert,
  }) => {
    const sef = await officer('sef')
    const lead = (await brought()).petition
    const others = [
      (await brought({ kind: 'tipOff' })).petition,
      (await brought({ kind: 'informationRequest' })).petition,
      (await brought({ phone: PhoneNumber.parse('0500 012 34 57') })).petition,
    ]
    for (const other of others) await assert.rejects(() => merge(lead, other, sef))
    const restricted = (await brought()).petition
    await restrict(restricted, sef, 'Gizli')
    await assert.rejects(async () => merge(lead, await now(restricted), sef))
    await liftRestriction(await now(restricted), sef, 'Değil')
    await merge(await now(lead), await now(restricted), sef)
    // What becomes restricted leads nothing any more, and is not led.
    await restrict(await now(restricted), sef, 'Gizli')
    assert.equal((await now(restricted)).stage, 'received')
    assert.equal((await now(lead)).leads, 0)
    await liftRestriction(await now(restricted), sef, 'Değil')
    await merge(await now(lead), await now(restricted), sef)
    await restrict(await now(lead), sef, 'Gizli')
    assert.equal((await now(restricted)).stage, 'received')
  })
})
