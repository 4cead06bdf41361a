import { test } from '@japa/runner'
import { Typed } from '#shared/typed/typed'
import type { Warning, Written } from '../../../app/intake/form/warnings/warning.ts'
import { Warnings } from '../../../app/intake/form/warnings/warnings.ts'

const card: Warning = { name: 'card', tone: 'soon', title: 'Kart numarası', lines: [] }
const life: Warning = { name: 'life', tone: 'late', title: '112', lines: [], isPrivate: true }

/** Of a form that keeps these names. */
function written(warned?: string) {
  return { typed: new Typed({ text: 'Yazı', warned }) } as Written
}

test.group('What a form says before it sends', () => {
  test('is asked once, and what is new once more', async ({ assert }) => {
    const asked = async (warned?: string, ...said: Warning[]) =>
      (await Warnings.of(written(warned), [() => said])).ask
    assert.isFalse(await asked(undefined))
    assert.isTrue(await asked(undefined, card))
    assert.isFalse(await asked('card', card))
    assert.isTrue(await asked('card', card, life))
    assert.isFalse(await asked('life card', card, life))
  })

  test('has what life depends on first, whoever said it', async ({ assert }) => {
    const warnings = await Warnings.of(written(), [() => [card], async () => [life]])
    assert.deepEqual(
      warnings.shown.map(({ name }) => name),
      ['life', 'card']
    )
    assert.isTrue(warnings.isPrivate)
    assert.equal(warnings.names, 'card life')
  })
})
