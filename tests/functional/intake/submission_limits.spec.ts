import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { randomInt } from 'node:crypto'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { countSubmission, usualLimits } from '../../../app/intake/form/submission_limits.ts'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

const anyPhone = () => `0500 0${randomInt(10, 100)} ${randomInt(10, 100)} ${randomInt(10, 100)}`

/** The same words of one person are asked about: each form has its own. */
let turn = 0

function form(about: Record<string, string> = {}) {
  return {
    text: `Sokağımızın ${++turn} lambası yanmıyor.`,
    name: 'Mehmet Deneme',
    nationalId: '12345678950',
    phone: anyPhone(),
    token: FormToken.issue(),
    ...about,
  }
}

const send = (client: ApiClient, typed: Record<string, string>) =>
  client.post('/basvuru').form(typed).redirects(0)

/** Of this test alone. */
function limit(setting: 'PETITIONS_PER_HOUR' | 'PETITIONS_PER_DAY', most: number) {
  env.set(setting, String(most))
  return () => env.set(setting, '')
}

test.group('How many petitions come', (group) => {
  wrapped(group)

  test('has limits in production that an operator’s address survives', ({ assert }) => {
    const { perHour, perDay } = usualLimits(true)
    assert.isAtLeast(perHour, 100)
    assert.isAtLeast(perDay, 5)
    assert.isAtMost(perDay, 20)
  })

  test('in a day with one telephone or e-mail address is limited, however typed', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(limit('PETITIONS_PER_DAY', 2))
    const [phone, bare] = ['0500 011 22 33', '+905000112233']
    for (const typed of [phone, bare]) {
      ;(await send(client, form({ phone: typed }))).assertStatus(303)
    }
    const text = 'Bu üçüncüsü. '.repeat(50).trim()
    const third = await send(client, form({ phone, text }))
    third.assertStatus(429)
    assert.include(third.text(), text)
    assert.include(third.text(), 'Bu telefon veya e-posta ile')

    for (const email of ['ayse@ornek.example', 'Ayse@Ornek.example']) {
      ;(await send(client, form({ email }))).assertStatus(303)
    }
    ;(await send(client, form({ email: 'ayse@ornek.example' }))).assertStatus(429)
    ;(await send(client, form())).assertStatus(303)
  })

  test('counts the same form sent again once, and a form to be mended not at all', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(limit('PETITIONS_PER_DAY', 2))
    const typed = form({ phone: '0500 011 22 44' })
    for (let times = 0; times < 5; times++) {
      ;(await send(client, { ...typed, text: '' })).assertStatus(422)
    }
    for (let times = 0; times < 5; times++) (await send(client, typed)).assertStatus(303)
    ;(await send(client, form({ phone: '0500 011 22 44' }))).assertStatus(303)
    ;(await send(client, form({ phone: '0500 011 22 44' }))).assertStatus(429)
    assert.lengthOf(await db.from('petitions'), 2)
  })

  test('counts those that come together', async ({ client, assert, cleanup }) => {
    cleanup(limit('PETITIONS_PER_DAY', 3))
    const forms = Array.from({ length: 12 }, () => form({ phone: '0500 011 22 55' }))
    const sent = await Promise.all(forms.map((typed) => send(client, typed)))
    assert.lengthOf(
      sent.filter((answer) => answer.status() === 303),
      3
    )
  })

  test('from one address in an hour is limited, and never at the desk', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(limit('PETITIONS_PER_HOUR', 2))
    for (let times = 0; times < 2; times++) (await send(client, form())).assertStatus(303)
    const third = await send(client, form())
    third.assertStatus(429)
    assert.include(third.text(), 'İnternet bağlantınızdan')
    const officer = await Officer.findByOrFail('login', 'masa')
    const desk = await client
      .post('/masa/yeni')
      .loginAs(officer)
      .withCsrfToken()
      .form(form())
      .redirects(0)
    desk.assertStatus(303)
  })

  test('gives the address back what the telephone was refused', ({ assert, cleanup }) => {
    cleanup(limit('PETITIONS_PER_HOUR', 2))
    cleanup(limit('PETITIONS_PER_DAY', 1))
    const from = '192.0.2.77'
    const phone = PhoneNumber.parse('0500 011 22 66')
    const count = (about = {}) => countSubmission(details(about), from)
    assert.property(count({ phone }), 'giveBack')
    assert.include(count({ phone }), { reached: 'tooManyOfOne' })
    assert.property(count(), 'giveBack')
    assert.include(count(), { reached: 'tooMany' })
  })

  test('counts the networks of IPv6 that one machine has for ten addresses', ({
    assert,
    cleanup,
  }) => {
    cleanup(limit('PETITIONS_PER_HOUR', 2))
    const count = (at: number) => countSubmission(details(), `2001:db8:5:${at.toString(16)}::1`)
    for (let at = 0; at < 20; at++) assert.property(count(at), 'giveBack')
    assert.include(count(20), { reached: 'tooMany' })
  })

  test('takes all names of one mailbox for one', ({ assert, cleanup }) => {
    cleanup(limit('PETITIONS_PER_DAY', 3))
    const count = (email: string) => countSubmission(details({ email }), '192.0.2.78')
    for (const name of ['kutu', 'kutu+1', 'K.u.tu+2']) {
      assert.property(count(`${name}@ornek.example`), 'giveBack')
    }
    assert.include(count('kut.u+3@Ornek.example'), { reached: 'tooManyOfOne' })
    assert.property(count('kutu@baska.example'), 'giveBack')
  })
})
