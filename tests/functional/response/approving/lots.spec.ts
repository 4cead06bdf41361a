import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Message } from '#notification'
import { Answer } from '#response'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { longDate } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { statementsOf } from '#tests/support/databases/statements'
import type { ApiClient } from '@japa/api-client'

/** Answers of one text, filled in for each petition. */
async function ofOneText(count: number) {
  const tarim = await officer('tarim')
  const all: Petition[] = []
  for (let at = 0; at < count; at++) {
    const phone = PhoneNumber.parse(`0500 012 34 ${10 + at}`)
    const petition = await referredTo('TAR', { phone, name: `Ayşe ${at}`, place: `Mahalle ${at}` })
    const days = `${longDate(petition.receivedAt)} günü, en geç ${longDate(petition.dueOn)}`
    const text = `${petition.shownNumber}: Sayın Ayşe ${at}, ${petition.place} yolu; ${days}.`
    await (await Answer.draftFor(petition)).submit({ ...GRANTED, text }, tarim)
    all.push(petition)
  }
  return all
}

const one = ({ number }: Petition) => `/birim/onay/${number}`

/** What the page ticks, and which text it is of. */
async function formOf(client: ApiClient, petition: Petition): Promise<Record<string, string>> {
  const page = await client.get(one(petition)).loginAs(await officer('tarim.amir'))
  page.assertStatus(200)
  const boxes = [...page.text().matchAll(/name="(p\d{10})" value="(\d+)"/g)]
  const same = /name="same" value="(\w+)"/.exec(page.text())![1]!
  return { same, ...Object.fromEntries(boxes.map(([, name, value]) => [name!, value!])) }
}

async function sent(client: ApiClient, petition: Petition, form: Record<string, string>) {
  const head = await officer('tarim.amir')
  return client.post(one(petition)).loginAs(head).withCsrfToken().redirects(0).form(form)
}

async function stages(petitions: readonly Petition[]) {
  const all = await Petition.findMany(petitions.map(({ id }) => id))
  return petitions.map(({ id }) => all.find((other) => other.id === id)!.stage)
}

test.group('Answers of the same text', (group) => {
  wrapped(group)

  test('are read once and approved each, with a message each', async ({ client, assert }) => {
    const all = await ofOneText(3)
    const other = await referredTo('TAR')
    await (await Answer.draftFor(other)).submit(GRANTED, await officer('tarim'))
    const head = await officer('tarim.amir')
    const list = await client.get('/birim/onay').loginAs(head)
    list.assertTextIncludes(says('response.approving.lots.group', { count: 3 }))

    const before = (await Message.all()).length
    const form = await formOf(client, all[0]!)
    assert.lengthOf(Object.keys(form), 4)
    const done = await sent(client, all[0]!, form)
    done.assertStatus(303)
    assert.deepEqual(await stages(all), ['concluded', 'concluded', 'concluded'])
    assert.equal((await Petition.findOrFail(other.id)).stage, 'awaitingApproval')
    assert.isAtLeast((await Message.all()).length - before, 3)
    for (const petition of all) {
      const [step] = await petition.related('steps').query()
      assert.include(step!.publicText, petition.shownNumber)
    }
    const pressedAgain = await sent(client, all[0]!, form)
    pressedAgain.assertStatus(303)
  })

  test('leave out what was unticked, and say what could not be', async ({ client, assert }) => {
    const all = await ofOneText(4)
    const [first, second, third, fourth] = all as [Petition, Petition, Petition, Petition]
    const { [`p${second.number}`]: _, ...form } = await formOf(client, first)
    const head = await officer('tarim.amir')
    await (await Answer.draftFor(third)).sendBack(head, 'Tarihi yazınız.')
    const some = await sent(client, first, form)
    some.assertStatus(422)
    some.assertTextIncludes(says('response.approving.lots.left', { count: 1 }))
    some.assertTextIncludes(says('response.approving.lots.done', { count: 2 }))
    some.assertTextIncludes(says('response.problems.lot.changed'))
    assert.deepEqual(await stages([first, second, third, fourth]), [
      ...['concluded', 'awaitingApproval', 'inProgress', 'concluded'],
    ])
  })

  test('are not those of another text, wherever their number is put in', async ({
    client,
    assert,
  }) => {
    const [first, second] = (await ofOneText(2)) as [Petition, Petition]
    const other = await referredTo('TAR')
    await (await Answer.draftFor(other)).submit(GRANTED, await officer('tarim'))
    const form = await formOf(client, first)
    const added = { ...form, [`p${other.number}`]: String(other.version) }
    ;(await sent(client, first, added)).assertStatus(422)
    assert.deepEqual(await stages([first, second, other]), [
      ...['concluded', 'concluded', 'awaitingApproval'],
    ])
  })

  test('are asked for in words where none or too many are ticked', async ({ client }) => {
    const [first] = (await ofOneText(2)) as [Petition]
    const none = await sent(client, first, { same: '' })
    none.assertStatus(422)
    none.assertTextIncludes(says('response.problems.lot.required'))
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, at) => [`p26${String(at).padStart(8, '0')}`, '1'])
    )
    const most = await sent(client, first, many)
    most.assertTextIncludes(says('response.problems.lot.most', { most: 50 }))
  })

  test('are the head’s alone, and never tip-offs', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    ;(await client.get('/birim/onay').loginAs(tarim)).assertStatus(403)
    const text = 'Aynı ihbar metni.'
    for (let at = 0; at < 2; at++) {
      const tip = await referredTo('TAR', { kind: 'tipOff', text: `Deneme ${at}` })
      await (await Answer.draftFor(tip)).submit({ ...GRANTED, text }, tarim)
    }
    const list = await client.get('/birim/onay').loginAs(await officer('tarim.amir'))
    assert.notInclude(list.text(), text)
    list.assertTextIncludes(says('response.approving.lots.empty'))
  })

  test('are read alone where a check was passed over', async ({ client, assert }) => {
    const [first, second] = (await ofOneText(3)) as [Petition, Petition]
    const tarim = await officer('tarim')
    const answer = await Answer.draftFor(second)
    await answer.sendBack(await officer('tarim.amir'), 'Gün yazınız.')
    const noted = {
      sort: 'promises',
      places: [{ words: 'yakında' }],
      reason: 'İhale var.',
    } as const
    const { outcome, ground, text, reason, remedy } = answer
    await answer.submit({ outcome, ground, text, reason, remedy }, tarim, [noted])
    const form = await formOf(client, first)
    assert.notProperty(form, `p${second.number}`)
    assert.lengthOf(Object.keys(form), 3)
    await second.refresh()
    const alone = await client.get(one(second)).loginAs(await officer('tarim.amir'))
    alone.assertTextIncludes(says('response.approving.lots.none'))
  })

  test('stand together where only their sameness was passed over, each with its reason', async ({
    client,
    assert,
  }) => {
    const [first, second] = (await ofOneText(2)) as [Petition, Petition]
    const answer = await Answer.draftFor(second)
    await answer.sendBack(await officer('tarim.amir'), 'Gün yazınız.')
    const noted = { sort: 'alike', places: [{ words: 'Sayın' }], reason: 'Aynı yol.' } as const
    const { outcome, ground, text, reason, remedy } = answer
    await answer.submit({ outcome, ground, text, reason, remedy }, await officer('tarim'), [noted])
    const form = await formOf(client, first)
    assert.property(form, `p${second.number}`)
    const page = await client.get(one(first)).loginAs(await officer('tarim.amir'))
    page.assertTextIncludes(`${says('response.approving.lots.why')} ${noted.reason}`)
    await sent(client, first, form)
    assert.deepEqual(await stages([first, second]), ['concluded', 'concluded'])
  })

  test('cost no more statements the more of them wait', async ({ client, assert }) => {
    const head = await officer('tarim.amir')
    const asked: number[] = []
    for (const more of [2, 6]) {
      const [first] = await ofOneText(more)
      for (const path of ['/birim/onay', one(first!)]) {
        const { result, statements } = await statementsOf(() => client.get(path).loginAs(head))
        result.assertStatus(200)
        asked.push(statements.length)
      }
    }
    assert.isAbove(Math.min(...asked), 3)
    assert.deepEqual(asked.slice(2), asked.slice(0, 2))
  })
})
