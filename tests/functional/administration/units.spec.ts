import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ChangesList, Unit } from '#organisation'
import { Answer } from '#response'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district, hasMoreUnits } from '#tests/support/databases/district'
import { newOfficer, officer, submitted, unit } from '#tests/support/journey'
import { opened, posted } from '#tests/support/walks/every_form'

const LIST = '/yonetim/birimler'
const NEW = {
  name: 'Edremit Arıcılık Müdürlüğü',
  shortName: 'Arıcılık',
  kind: 'internal',
  parent: '',
  phone: '0500 000 00 01',
  email: 'ari@ornek.example',
  competence: 'Kovan kayıtları, arıcı belgeleri.',
}

async function send(client: ApiClient, path: string, fields: Record<string, string>) {
  return posted(client, await officer('sef'), path, fields)
}

/** The form of a unit as it stands, with something else typed into it. */
async function kept(client: ApiClient, code: string, other: Record<string, string>) {
  const { id, version, name, shortName, kind } = await unit(code)
  const form = { version: String(version), name, shortName, kind, ...other }
  return send(client, `${LIST}/${id}`, form)
}

test.group('Birimler', (group) => {
  wrapped(group)
  group.each.setup(() => hasMoreUnits())

  test('a unit is added and stands in the list at once', async ({ client, assert }) => {
    const sent = await send(client, LIST, NEW)
    sent.assertStatus(303)
    const added = await Unit.findByOrFail('name', NEW.name)
    assert.equal(added.code, 'ARICILIK')
    assert.equal(added.email, NEW.email)
    const list = await opened(client, await officer('sef'), `${LIST}?ara=aricilik`)
    list.assertTextIncludes(NEW.name)
    const { rows } = await ChangesList.of('unit', added.id)
    assert.deepInclude(rows[0]!.changed, { field: 'kind', was: null, is: 'internal' })
    const page = await opened(client, await officer('sef'), `${LIST}/${added.id}`)
    page.assertTextIncludes('İç birim')
  })

  test('everything wrong is said at once, and what was typed stays', async ({ client }) => {
    const wrong = { ...NEW, name: ' ', phone: 'yok', email: 'ari@', kind: 'bureau' }
    const sent = await send(client, LIST, wrong)
    sent.assertStatus(422)
    for (const field of ['name.required', 'phone.telephone', 'email.format', 'kind.choice']) {
      sent.assertTextIncludes(says(`administration.problems.${field}`))
    }
    sent.assertTextIncludes(NEW.competence)
  })

  test('a name that another open unit has is refused', async ({ client }) => {
    const { name } = await unit('TAR')
    const sent = await send(client, LIST, { ...NEW, name })
    sent.assertStatus(422)
    sent.assertTextIncludes(says('administration.problems.name.taken'))
  })

  test('a letter already given keeps the old name of its unit', async ({ client, assert }) => {
    const petition = await submitted()
    const answer = (await Answer.newestOf(petition))!
    await answer.approve(await officer('tarim.amir'))
    const { name: old } = await unit('TAR')
    const sent = await kept(client, 'TAR', { name: 'Tarım ve Orman Müdürlüğü' })
    sent.assertStatus(303)
    assert.equal((await district()).unitByCode('TAR')!.name, 'Tarım ve Orman Müdürlüğü')
    const card = await open(client, await officer('sef'), petition)
    card.assertTextIncludes(`<br>${old}</h3>`)
  })

  test('a unit above itself, or in a circle, is refused', async ({ client }) => {
    const itself = await kept(client, 'TAR', { parent: 'TAR' })
    itself.assertTextIncludes(says('administration.problems.parent.itself'))
    ;(await kept(client, 'TAR', { parent: 'MEM' })).assertStatus(303)
    const circle = await kept(client, 'MEM', { parent: 'TAR' })
    circle.assertStatus(422)
    circle.assertTextIncludes(says('administration.problems.parent.circle'))
  })

  test('an internal unit does not become an outside body, nor the bureau anything else', async ({
    client,
    assert,
  }) => {
    const outside = await kept(client, 'TAR', { kind: 'external' })
    outside.assertTextIncludes(says('administration.problems.kind.stays'))
    ;(await kept(client, 'AKB', { kind: 'external' })).assertStatus(303)
    assert.isTrue((await unit('AKB')).isBureau)
  })

  test('whoever was slower keeps what was typed, sees the change and may overrule it', async ({
    client,
    assert,
  }) => {
    const { id } = await unit('TAR')
    ;(await kept(client, 'TAR', { shortName: 'Birinci' })).assertStatus(303)
    const late = await kept(client, 'TAR', { version: '1', shortName: 'İkinci' })
    late.assertStatus(409)
    late.assertTextIncludes(says('administration.problems.version.overtaken'))
    late.assertTextIncludes('value="İkinci"')
    late.assertTextIncludes('Birinci')
    const version = /name="version" value="(\d+)"/.exec(late.text())![1]!
    ;(await kept(client, 'TAR', { version, shortName: 'İkinci' })).assertStatus(303)
    assert.equal((await Unit.findOrFail(id)).shortName, 'İkinci')
  })

  test('nobody else keeps units, nor those of another authority', async ({ client }) => {
    const { id } = await unit('TAR')
    const it = await newOfficer('bt', null, ['it', 'manager'])
    ;(await opened(client, it, LIST)).assertStatus(403)
    ;(await opened(client, await officer('sef'), `${LIST}/${id + 1000}`)).assertStatus(404)
  })
})
