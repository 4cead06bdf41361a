import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { opened, posted } from '#tests/support/walks/every_form'
import { asking, WORDS } from './asked.js'

const AT = '/masa/yeni'
const SCHOOL = { label: 'Hangi okul?', requiredAt: 'desk' }

async function form(client: ApiClient, fields: Record<string, string>) {
  const page = (await opened(client, await officer('masa'), AT)).text()
  const { _csrf, ...hidden } = hiddenFields(page, AT) as Record<string, string>
  return { ...hidden, ...WORDS, channel: 'desk', ...fields } as Record<string, string>
}

async function send(client: ApiClient, fields: Record<string, string>, at = AT) {
  return posted(client, await officer('masa'), at, fields)
}

test.group('The questions of a subject at the desk', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('come with the form, and nobody is turned away for what is not known', async ({
    client,
    assert,
  }) => {
    const { subject } = await asking(SCHOOL)
    const typed = await form(client, { subject: subject.code })
    const first = await send(client, typed)
    first.assertStatus(422)
    first.assertTextIncludes('Bu konu için bir sorumuz daha var.')
    assert.notInclude(first.text(), says('intake.questions.unanswered'))
    const asked = { ...typed, asked: subject.code }
    const second = await send(client, asked)
    second.assertStatus(422)
    second.assertTextIncludes(says('intake.questions.unanswered'))
    second.assertTextIncludes(`name="warned" value="unanswered-${subject.id}"`)
    assert.isEmpty(await db.from('petitions'))
    const third = await send(client, { ...asked, warned: `unanswered-${subject.id}` })
    third.assertStatus(303)
  })

  test('are answered, and stand on the card', async ({ client, assert }) => {
    const { subject, names } = await asking(SCHOOL, { label: 'Okula gidiyor mu?', field: 'yesNo' })
    const answers = { [names[0]!]: 'Cumhuriyet', [names[1]!]: 'Hayır' }
    const typed = await form(client, { subject: subject.code, asked: subject.code, ...answers })
    ;(await send(client, typed)).assertStatus(303)
    const petition = await Petition.query().firstOrFail()
    const card = (await opened(client, await officer('sef'), `/dosya/${petition.number}`)).text()
    assert.match(card, /Okula gidiyor mu\?<\/dt>\s*<dd class="card__note">Hayır/)
    assert.lengthOf(petition.particularsIn('tr'), 2)
  })

  test('are told to its page as it chooses', async ({ client }) => {
    const { subject } = await asking(SCHOOL)
    const part = await send(client, { subject: subject.code }, '/masa/sorular')
    part.assertStatus(200)
    part.assertTextIncludes('Hangi okul?')
  })
})
