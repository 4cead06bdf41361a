import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { type Petition, Step } from '#intake'
import type { Officer } from '#organisation'
import { Referral } from '#routing'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer, received, unit } from '#tests/support/journey'

/** Ticks these as the page shows them now, and presses the one button. */
function referAll(
  client: ApiClient,
  who: Officer,
  chosen: readonly Petition[],
  fields: Record<string, string>
) {
  const ticked = chosen.map(({ number, version }) => [`p${number}`, String(version)])
  return client
    .post('/masa/yonlendirme?filtre=all&sira=konu')
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ ...Object.fromEntries(ticked), ...fields })
}

const NOTE = { unit: 'TAR', note: 'Bir hafta içinde bakın.' }

test.group('Several petitions are referred at once', (group) => {
  emptied(group)

  test('each with a step of its own, and the list stays as it was asked for', async ({
    client,
    assert,
  }) => {
    const chosen = [await received(), await received(), await received()]
    const sent = await referAll(client, await officer('masa'), chosen, NOTE)
    sent.assertStatus(303)
    sent.assertHeader('location', '/masa?filtre=all&sira=konu')
    const referrals = await Referral.all()
    assert.sameMembers(
      referrals.map(({ petitionId }) => petitionId),
      chosen.map(({ id }) => id)
    )
    const steps = await Step.query().where('kind', 'referred')
    assert.deepEqual(
      steps.map(({ note }) => note),
      Array(3).fill(NOTE.note)
    )
  })

  test('and once, pressed twice', async ({ client, assert }) => {
    const chosen = [await received(), await received()]
    const masa = await officer('masa')
    await referAll(client, masa, chosen, NOTE)
    const again = await referAll(client, masa, chosen, NOTE)
    again.assertStatus(303)
    assert.lengthOf(await Referral.all(), 2)
  })

  test('and each that cannot be is named, the others done, the note kept', async ({
    client,
    assert,
  }) => {
    const [good, about, tipOff] = [
      await received(),
      await received({ kind: 'complaint', complainedUnit: await unit('TAR') }),
      await received({ kind: 'tipOff' }),
    ]
    const page = await referAll(client, await officer('masa'), [good, about, tipOff], NOTE)
    page.assertStatus(422)
    page.assertTextIncludes(says('routing.lot.left', { count: 2 }))
    page.assertTextIncludes(says('routing.lot.done', { count: 1, unit: (await unit('TAR')).name }))
    page.assertTextIncludes(says('routing.problems.unit.complained'))
    page.assertTextIncludes(NOTE.note)
    for (const left of [about, tipOff]) {
      assert.match(page.text(), new RegExp(`name="p${left.number}"[^>]*checked`))
    }
    await good.refresh()
    assert.equal(good.stage, 'routed')
    assert.lengthOf(await Referral.all(), 1)
  })

  test('but not over what another officer decided meanwhile: both notes are there', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const theirs = { unit: 'ORM', note: 'Orman yolu.' }
    await referAll(client, sef, [petition], theirs)
    const page = await referAll(client, masa, [petition], NOTE)
    page.assertStatus(422)
    page.assertTextIncludes(sef.name)
    page.assertTextIncludes((await unit('ORM')).name)
    page.assertTextIncludes(theirs.note)
    page.assertTextIncludes(NOTE.note)
    const [referral, ...others] = await Referral.all()
    assert.equal(referral!.note, theirs.note)
    assert.isEmpty(others)
  })

  test('not without a choice, a unit, or with more than a page, and nothing typed is lost', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const petition = await received()
    const refused = async (chosen: Petition[], fields: Record<string, string>, words: string) => {
      const page = await referAll(client, masa, chosen, fields)
      page.assertStatus(422)
      page.assertTextIncludes(words)
      page.assertTextIncludes('Bir hafta')
    }
    await refused([], NOTE, says('routing.problems.lot.required'))
    await refused([petition], { ...NOTE, unit: '' }, says('routing.problems.unit.required'))
    await refused([petition], { ...NOTE, unit: 'BEL' }, says('routing.problems.unit.external'))
    const many = Array.from({ length: 31 }, (_, at) => ({
      number: String(2_604_812_000 + at),
      version: 1,
    })) as Petition[]
    await refused(many, NOTE, says('routing.problems.lot.most', { most: 30 }))
    assert.isEmpty(await Referral.all())
  })

  test('not what an officer may not see, nor by somebody who refers nothing', async ({
    client,
    assert,
  }) => {
    const hidden = await received({ kind: 'complaint', complainedUnit: await unit('AKB') })
    const page = await referAll(client, await officer('masa'), [hidden], NOTE)
    page.assertStatus(422)
    page.assertTextIncludes(says('routing.problems.lot.gone'))
    const none = await referAll(client, await officer('tarim'), [await received()], NOTE)
    none.assertStatus(403)
    assert.isEmpty(await Referral.all())
  })

  test('as a part of the page too, which says for itself what came of it', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const petition = await received()
    const partial = { 'hx-request-type': 'partial' }
    const wrong = await referAll(client, masa, [petition], { note: 'Bir hafta' }).headers(partial)
    wrong.assertStatus(422)
    wrong.assertHeader('hx-retarget', '#list')
    assert.notInclude(wrong.text(), '<main')
    wrong.assertTextIncludes(says('routing.problems.unit.required'))
  })
})
