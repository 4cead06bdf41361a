import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Catalogue, RoutingRule } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { officer, unit } from '#tests/support/journey'
import { page, send } from './as_chief.ts'

const HEAD = 'Sıra;Konu kodu;Başvuru türü;Birim;Sebep\n'

/** Sends a file and looks at what it would do. */
async function looked(client: ApiClient, file: string | Buffer) {
  const form = client.post('/yonetim/dosyadan').loginAs(await officer('sef'))
  const named = { filename: 'kurallar.csv', contentType: 'text/csv' }
  const sent = await form
    .withCsrfToken()
    .redirects(0)
    .field('list', 'routing')
    .file('file', Buffer.from(file), named)
  const path = sent.header('location')!
  const shown = (await page(client, path)).text()
  return { path, shown, seen: /name="seen" value="(\w+)"/.exec(shown)?.[1] ?? '' }
}

async function taken(client: ApiClient, file: string) {
  const { path, seen } = await looked(client, file)
  return { path, status: (await send(client, path, { seen })).status() }
}

/** A rule that speaks, as its chief wrote it. */
async function speaking() {
  const { id: writtenBy } = await officer('sef')
  const { id: subjectId } = (await district()).subjectByCode('tarim.destek')!
  const rule = await RoutingRule.create({
    ...{ authorityId: districtId(), position: 1, subjectId, unitId: (await unit('SYDV')).id },
    ...{ reason: 'SYDV bakar.', writtenBy, writtenAt: DateTime.utc(), version: 1 },
    begunOn: DateTime.fromISO('2026-01-05'),
  })
  Catalogue.forget()
  return rule
}

test.group('Routing rules in files', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('that were exported change nothing', async ({ client, assert }) => {
    await speaking()
    const asked = client.get('/yonetim/dosyaya/routing/csv').loginAs(await officer('sef'))
    const file = (await asked).text()
    assert.include(file, 'tarim.destek')
    const { shown } = await looked(client, file)
    assert.include(shown, 'Bu dosya hiçbir şeyi değiştirmez.')
  })

  test('come out of one switched off, and are taken back as they were', async ({
    client,
    assert,
  }) => {
    const rule = await speaking()
    const lines = '1;tarim.destek;;TAR;Tarım bakar.\n2;tapu.kadastro;şikâyet;TAPU;Tapu bakar.\n'
    const { path, status } = await taken(client, HEAD + lines)
    assert.equal(status, 303)
    const [changed, added] = await RoutingRule.at(districtId())
    assert.deepInclude(changed!.serialize(), { reason: 'Tarım bakar.', begunOn: null })
    assert.deepInclude(added!.serialize(), { kind: 'complaint', begunOn: null })

    ;(await send(client, `${path}/geri-al`)).assertStatus(303)
    const [again, ...others] = await RoutingRule.at(districtId())
    assert.lengthOf(others, 0)
    assert.equal(again!.id, rule.id)
    assert.equal(again!.unitId, rule.unitId)
    assert.equal(again!.begunOn?.toISODate(), '2026-01-05')
  })

  test('say on which line one could never speak, or asks nothing', async ({ client, assert }) => {
    await speaking()
    const lines = '2;tarim.destek;istek;TAR;Sebep\n3;;;TAR;Sebep\n4;yok;;YOK;\n'
    const { shown } = await looked(client, HEAD + lines)
    for (const why of [
      'hiç çalışmaz',
      'en az bir koşul',
      'böyle bir kayıt yok',
      'böyle bir birim',
    ]) {
      assert.include(shown, why)
    }
  })
})
