import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { merge, Petition } from '#intake'
import { Answer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { objected } from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { details } from '#tests/support/petitions'

const PHONE = PhoneNumber.parse('0500 012 34 56')
const now = ({ id }: Petition) => Petition.findOrFail(id)

async function answered(petition: Petition) {
  const draft = await Answer.draftFor(await now(petition))
  await draft.submit(GRANTED, await officer('tarim'))
  await (await Answer.newestOf(await now(petition)))!.approve(await officer('tarim.amir'))
}

/** Two petitions of one person, at a unit and at the desk. */
async function two() {
  const lead = await referredTo('TAR', { phone: PHONE })
  const about = details({ phone: PHONE, text: 'Yolumuzu yapın, çok bozuk.' })
  return { lead, second: await Petition.receive(about) }
}

test.group('A merger', (group) => {
  wrapped(group)

  test('with what is concluded meanwhile is refused in a sentence, and nothing is lost', async ({
    client,
    assert,
  }) => {
    const { lead, second } = await two()
    const sef = await officer('sef')
    const path = `/dosya/${second.petition.number}/birlestirme`
    const shown = await client.get(path).loginAs(sef)
    shown.assertTextIncludes(`value="${lead.number}"`)
    await answered(lead)
    const version = String(second.petition.version)
    const late = await sendAs(client, sef, path, { version, number: lead.number })
    late.assertStatus(422)
    late.assertTextIncludes(`value="${lead.number}"`)
    assert.equal((await now(second.petition)).stage, 'received')
    assert.isNull((await now(second.petition)).leadId)
    assert.equal((await now(lead)).leads, 0)
  })

  test('of what was concluded since the page was made is refused as well', async ({
    client,
    assert,
  }) => {
    const { lead, second } = await two()
    const version = String((await now(lead)).version)
    await answered(lead)
    const path = `/dosya/${lead.number}/birlestirme`
    const other = second.petition.number
    const late = await sendAs(client, await officer('sef'), path, { version, other })
    assert.isAtLeast(late.status(), 400)
    assert.isBelow(late.status(), 500)
    assert.isNull((await now(second.petition)).leadId)
  })

  test('leaves both numbers alive: each code opens its own, before and after the end', async ({
    client,
    assert,
  }) => {
    const { lead, second } = await two()
    await merge(await now(lead), second.petition, await officer('sef'))
    const open = () => {
      const form = { number: second.petition.number, secret: second.secret.text }
      return client.post('/sorgula').form(form)
    }
    const before = await open()
    before.assertStatus(200)
    assert.notInclude(before.text(), GRANTED.text)
    await answered(lead)
    const after = await open()
    after.assertStatus(200)
    after.assertTextIncludes(GRANTED.text)
    after.assertTextIncludes(says('intake.stage.concluded'))
  })

  test('asks one person once whether the answer helped, at the one that leads', async ({
    assert,
  }) => {
    const { lead, second } = await two()
    await merge(await now(lead), second.petition, await officer('sef'))
    await answered(lead)
    const asked = await db.from('surveys').select('petition_id')
    assert.deepEqual(
      asked.map((row) => row.petition_id),
      [lead.id]
    )
  })

  test('asks each of two, where they turned out to be two people', async ({ client, assert }) => {
    const { lead, second } = await two()
    await merge(await now(lead), second.petition, await officer('sef'))
    const its = (id: number) => db.from('petitioners').where('petition_id', id)
    await its(lead.id).update({ national_id_index: 'a'.repeat(64) })
    await its(second.petition.id).update({ national_id_index: 'b'.repeat(64) })
    await answered(lead)
    const rows = await db.from('surveys').orderBy('petition_id').select('petition_id')
    const ids = [lead.id, second.petition.id]
    assert.deepEqual(
      rows.map((row) => row.petition_id),
      ids.toSorted((a, b) => a - b)
    )
    const { petition, secret } = second
    await objected(client, petition, secret)
    const [objection] = await db.from('objections')
    assert.equal(objection.petition_id, petition.id)
    const decided = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    const done = await send(client, await officer('sef'), await now(petition), 'itiraz', decided)
    done.assertStatus(303)
    const stages = await Promise.all([now(petition), now(lead)])
    assert.deepEqual(
      stages.map(({ stage }) => stage),
      ['inProgress', 'concluded']
    )
  })

  test('of three in a circle ends as two that are led by one', async ({ client, assert }) => {
    const sef = await officer('sef')
    const all: Petition[] = []
    for (const at of [1, 2, 3]) {
      const text = `Yolumuz çok bozuk, ${at}. kez yazıyorum.`
      all.push((await Petition.receive(details({ phone: PHONE, text }))).petition)
    }
    const [a, b, c] = all as [Petition, Petition, Petition]
    const press = async (one: Petition, other: Petition) => {
      const { version } = await now(one)
      const fields = { version: String(version), number: other.number }
      return sendAs(client, sef, `/dosya/${one.number}/birlestirme`, fields)
    }
    ;(await press(a, b)).assertStatus(303)
    const second = await press(b, c)
    second.assertStatus(422)
    second.assertTextIncludes('role="alert"')
    ;(await press(c, a)).assertStatus(303)
    const leads = await Promise.all(all.map(async (one) => (await now(one)).leadId))
    assert.deepEqual(leads, [null, a.id, a.id])
  })
})
