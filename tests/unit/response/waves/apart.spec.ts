import { test } from '@japa/runner'
import { apartIn } from '../../../../app/response/waves/words/apart.ts'
import { Core } from '../../../../app/response/waves/words/core.ts'
import { isNear } from '../../../../app/response/waves/words/near.ts'
import { likenessTo, rarest, waveTerms } from '../../../../app/response/waves/words/terms.ts'
import { measuredWaves } from '#tests/support/waves/made_wave'

/** Of a seed that the rule was not tried on. */
const SEED = 4321
const SIZE = { copies: 1000, hiding: 200 }
const READ = 200

test.group('What a wave says', () => {
  for (const { rumour, made } of measuredWaves(SEED, SIZE)) {
    test(`is told from what somebody wants besides: ${rumour.name}`, ({ assert }) => {
      const core = Core.of(made.slice(0, READ).map(({ text }) => text))
      const apart = (hides: boolean) => {
        const some = made.filter(({ need }) => (need !== null) === hides)
        return some.filter(({ text }) => apartIn(text, core)).length / some.length
      }
      assert.isAtLeast(apart(true), 0.98)
      assert.isAtMost(apart(false), 0.05)
    })

    test(`is what nearly every copy says: ${rumour.name}`, ({ assert }) => {
      const core = Core.of(made.slice(0, READ).map(({ text }) => text))
      const copies = made.filter(({ need }) => need === null)
      const found = copies.filter(({ text }) => {
        return likenessTo(core, text, rarest(waveTerms(text), new Map())) > 0
      })
      assert.isAtLeast(found.length / copies.length, 0.95)
    })
  }
})

test.group('A word', () => {
  test('is near another by one slip, or two where it is long', ({ assert }) => {
    assert.isTrue(isNear('destek', 'detsek'))
    assert.isTrue(isNear('destek', 'desteek'))
    assert.isFalse(isNear('yol', 'yok'))
    assert.isFalse(isNear('destek', 'dernek'))
    assert.isTrue(isNear('basvurularin', 'bsvurularn'))
  })
})

test.group('A text', () => {
  const core = Core.of([
    'Herkese 5000 lira destek verilecek, ben de istiyorum.',
    'herkese 5000 lira destek verilecek',
  ])

  test('is a copy whatever its greeting, its name and its slips', ({ assert }) => {
    assert.isNull(
      apartIn('Sayın Kaymakamım, adım Ayşe Deneme. herkse 5000 lira destek verilcek', core)
    )
    assert.isNull(
      apartIn('herkese 5000 lira destek verilecek. Emekliyim, kirada oturuyorum.', core)
    )
  })

  test('is read by a person where it asks, counts or tells of something else', ({ assert }) => {
    assert.equal(
      apartIn('herkese 5000 lira destek verilecek sokak lambamız yanmıyor', core),
      'says'
    )
    assert.equal(apartIn('herkese 5000 lira destek verilecek. Ne zaman yatacak?', core), 'asks')
    assert.equal(apartIn('herkese 5000 lira destek verilecek 34271 nolu abone', core), 'number')
  })
})
