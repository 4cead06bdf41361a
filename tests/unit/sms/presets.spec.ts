import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'

import settings from '#config/sms'
import type { HttpGateway } from '../../../app/sms/gateways/http.ts'
import { configuredGateways } from '../../../app/sms/gateways/configured.ts'
import { SILENT } from '../../../app/sms/log.ts'
import { Client, Company, says } from '#tests/support/sms/company'

const TEXT = 'Başvurunuz "sonuçlandı".'

/** A gateway with a company's ready settings, to a company of the test's own. */
async function ready(preset: 'netgsm' | 'verimor', context: TestContext) {
  const company = await Company.open(context)
  const written: Record<string, string> = {
    FIRMA_PRESET: preset,
    FIRMA_URL: company.url,
    FIRMA_USERNAME: '8500000000',
    FIRMA_PASSWORD: 'gizli',
    FIRMA_SENDER: 'ORNEKOVA',
  }
  const setting = (name: string) => written[name]
  const [gateway] = configuredGateways({ ...settings, gateways: 'firma:http', setting }, SILENT)
  return { company, client: Client.with(gateway as HttpGateway, context) }
}

test.group('Ready settings', () => {
  test('netgsm: what is sent, and whose id counts', async (context) => {
    const { assert } = context
    const { company, client } = await ready('netgsm', context)
    company.next.push(
      says(200, '{"code":"00","jobid":"17377215342605050417","description":"queued"}')
    )

    assert.deepEqual(await client.send(TEXT), { kind: 'sent', ids: ['17377215342605050417'] })
    assert.deepEqual(company.bodies, [
      {
        msgheader: 'ORNEKOVA',
        messages: [{ msg: TEXT, no: '5000000001' }],
        encoding: 'TR',
        iysfilter: '0',
      },
    ])
    const basic = Buffer.from('8500000000:gizli').toString('base64')
    assert.equal(company.seen[0]!.headers.authorization, `Basic ${basic}`)
  })

  for (const [code, kind] of Object.entries({
    20: 'permanent',
    30: 'configuration',
    40: 'configuration',
    50: 'permanent',
    70: 'configuration',
    80: 'throttled',
    85: 'throttled',
    100: 'temporary',
  })) {
    test(`netgsm: ${code} is ${kind}`, async (context) => {
      const { company, client } = await ready('netgsm', context)
      company.next.push(says(406, `{"code":"${code}","jobid":null,"description":"…"}`))
      context.assert.deepEqual(await client.send(TEXT), { kind, status: code } as never)
    })
  }

  test('verimor: what is sent, under an id of ours', async (context) => {
    const { assert } = context
    const { company, client } = await ready('verimor', context)
    company.next.push(says(200, '20212'))

    const expiresAt = new Date(Date.now() + 90 * 60_000)
    const outcome = await client.send(TEXT, { expiresAt })
    const [{ custom_id: id, ...body }] = company.bodies
    assert.deepEqual(outcome, { kind: 'sent', ids: [id] })
    assert.deepEqual(body, {
      username: '8500000000',
      password: 'gizli',
      source_addr: 'ORNEKOVA',
      valid_for: '01:30',
      is_commercial: false,
      messages: [{ msg: TEXT, dest: '905000000001' }],
    })
  })

  for (const [status, body, kind] of [
    [401, 'Hesabınızda izinli IP ayarları yapılmamış', 'configuration'],
    [400, 'INVALID_SOURCE_ADDRESS', 'configuration'],
    [400, 'INSUFFICIENT_CREDITS', 'throttled'],
    [400, 'INVALID_DESTINATION_ADDRESS', 'permanent'],
    [400, 'FORBIDDEN_MESSAGE', 'permanent'],
    [400, 'SOMETHING_NEW', 'temporary'],
    [429, '', 'throttled'],
    [200, '<html>', 'ambiguous'],
  ] as const) {
    test(`verimor: ${status} ${body} is ${kind}`, async (context) => {
      const { company, client } = await ready('verimor', context)
      company.next.push(says(status, body))
      context.assert.equal((await client.send(TEXT)).kind, kind)
    })
  }
})
