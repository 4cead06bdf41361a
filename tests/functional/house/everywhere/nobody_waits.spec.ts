import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import retention from '#config/retention'
import { Tallying } from '#insight'
import { Housekeeping } from '#shared/database/housekeeping'
import { RETENTIONS } from '#start/retentions'
import { emptied } from '#tests/support/database'
import { handedIn, impatient } from '#tests/support/databases/impatient'
import { filled, GOOD, opened, sent, walked, wholeHouse } from '#tests/support/walks/every_form'

/**
 * Every petition refers to a row that these change, and the check of its foreign key waits for the
 * transaction that changes it: for some milliseconds, a few times a year.
 */
const REFERRED_TO = /^(offices|units|addresses)\.update of /

test.group('Nobody who hands in a petition waits, on MariaDB,', (group) => {
  if (process.env.DB_CONNECTION !== 'mysql') return
  emptied(group)

  test('while what was kept long enough goes', async ({ client, assert, cleanup }) => {
    const elsewhere = impatient({ cleanup })
    await wholeHouse(client)
    await db.from('messages').update({ next_at: null, missed_at: null })
    const keptFor = Object.fromEntries(Object.keys(retention).map((key) => [key, { days: -1 }]))
    const troubles: unknown[] = []
    const log = { info() {}, error: (about: object) => troubles.push(about) }
    const trx = await db.beginGlobalTransaction()
    cleanup(() => trx.rollback())
    await new Housekeeping(RETENTIONS, keptFor, log, 0).round()
    assert.lengthOf(await db.from('messages'), 0)
    assert.exists((await elsewhere(handedIn)).id)
    assert.deepEqual(troubles, [])
  })

  test('while it is counted what happened', async ({ client, assert, cleanup }) => {
    const elsewhere = impatient({ cleanup })
    await wholeHouse(client)
    const troubles: unknown[] = []
    const trx = await db.beginGlobalTransaction()
    cleanup(() => trx.rollback())
    const log = { error: (about: object) => troubles.push(about) }
    await new Tallying(log, 0).round(DateTime.utc().plus({ hours: 1 }))
    assert.isAbove((await db.from('tallies')).length, 0)
    assert.exists((await elsewhere(handedIn)).id)
    assert.deepEqual(troubles, [])
  })

  test('while an officer opens any page or sends any form', async ({ client, assert, cleanup }) => {
    const elsewhere = impatient({ cleanup })
    const known = await wholeHouse(client)
    const { forms, pages } = await walked(client)
    const waits: string[] = []
    const look = (what: string) =>
      elsewhere(handedIn).catch(({ message }: Error) => void waits.push(`${what}: ${message}`))
    for (const form of forms.filter(({ method }) => method === 'POST')) {
      const fields = filled(form, { ...GOOD, ...known })
      await sent(client, form, fields, () => look(`${form.route} of ${form.who?.login}`))
    }
    for (const { path, who } of pages) {
      const trx = await db.beginGlobalTransaction()
      await opened(client, who, path)
      await look(`${path} of ${who?.login}`)
      await trx.rollback()
    }
    assert.deepEqual(
      waits.filter((wait) => !REFERRED_TO.test(wait)),
      []
    )
    assert.isAbove(forms.length + pages.length, 40)
  }).timeout(300_000)
})
