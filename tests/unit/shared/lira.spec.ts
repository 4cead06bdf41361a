import { test } from '@japa/runner'
import { inLira, Lira } from '#shared/typed/lira'

test.group('An amount of money', () => {
  test('is a whole number of kuruş, however people write it', ({ assert }) => {
    const written: Record<string, number | null> = {
      ...{ '12': 1200, '12,5': 1250, '12,50': 1250, '12.50': 1250, '0,05': 5, '12,50 TL': 1250 },
      ...{ '1.250': 125_000, '1.250,75': 125_075, '1.250.000,00': 125_000_000, '12₺': 1200 },
      ...{ '': null, '-5': null, '12,505': null, '1,2,3': null, 'on lira': null, '1.25.0': null },
    }
    for (const [text, kurus] of Object.entries(written)) {
      assert.strictEqual(Lira.parse(text), kurus, text)
    }
  })

  test('is shown with its decimals', ({ assert }) => {
    assert.equal(inLira(125_075), '1.250,75 TL')
    assert.equal(inLira(5, 'en'), '0.05 TRY')
  })
})
