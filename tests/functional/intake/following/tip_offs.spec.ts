import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { wrapped } from '#tests/support/database'

const TOKEN = /name="token" value="([^"]+)"/

test.group('Whoever tells of others', (group) => {
  wrapped(group)

  async function send(client: ApiClient, kind: string) {
    const form = await client.get('/basvuru')
    const token = TOKEN.exec(form.text())![1]!
    const typed = { token, kind, text: `Dereye çöp döküyorlar (${kind}).` }
    return client.post('/basvuru').redirects(0).form(typed)
  }

  test('may stay unknown, and has number and code on the receipt', async ({ client, assert }) => {
    const page = await send(client, 'tipOff')
    page.assertStatus(303)
    const receipt = await client.get(page.header('location')!)
    assert.include(receipt.text(), 'Size mesaj gönderemiyoruz')
    const petition = await Petition.query().orderBy('id', 'desc').firstOrFail()
    const petitioner = await petition.related('petitioner').query().firstOrFail()
    const { name, phone, nationalId, address, email } = petitioner
    assert.deepEqual({ name, phone, nationalId, address, email }, NOBODY)
  })

  test('alone: of any other petition it is asked who brings it', async ({ client, assert }) => {
    const page = await send(client, 'request')
    page.assertStatus(422)
    for (const field of ['name', 'nationalId', 'phone']) {
      assert.include(page.text(), `${field}-problem`)
    }
  })
})

const NOBODY = { name: null, phone: null, nationalId: null, address: null, email: null }
