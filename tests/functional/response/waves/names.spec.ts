import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { Wave } from '../../../../app/response/models/wave.ts'
import { namesOf } from '../../../../app/response/waves/shown/names_of.ts'

test.group('The name of a wave', (group) => {
  wrapped(group)

  test('holds no number that its petitions share', async ({ assert }) => {
    const core = 'asfalt 05000123456 bozuldu'
    const wave = new Wave().merge({ id: 1_000_000, core, terms: '' })
    assert.deepEqual(await namesOf([wave]), [['asfalt', 'bozuldu']])
  })
})
