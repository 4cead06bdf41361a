import { test } from '@japa/runner'
import { Options } from '../../../app/intake/form/options.ts'

test.group('The choices of a list', () => {
  test('choose one, and only that one', ({ assert }) => {
    const units = Options.of([
      { code: 'TAR', name: 'Tarım' },
      { code: 'TARIM', name: 'Tarım ve Orman' },
    ])
    assert.equal(units.chosen(undefined).match(/selected/g), null)
    assert.include(units.chosen('TAR'), '<option value="TAR" selected>Tarım</option>')
    assert.lengthOf(units.chosen('TAR').match(/selected/g)!, 1)
    assert.equal(units.chosen('YOK'), units.chosen(''))
  })

  test('never let a name or a code become markup', ({ assert }) => {
    const odd = { code: '"><b>', name: '</option><script>' }
    for (const options of [Options.of([odd]), Options.grouped([{ name: '"<', choices: [odd] }])]) {
      assert.notMatch(options.chosen(odd.code), /<b>|<script|label=""/)
      assert.include(options.chosen(odd.code), ' selected')
    }
  })

  test('leave out a heading without choices', ({ assert }) => {
    const one = { code: 'a', name: 'A' }
    const groups = [
      { name: 'Boş', choices: [] },
      { name: 'Dolu', choices: [one] },
    ]
    assert.notInclude(Options.grouped(groups).chosen(''), 'Boş')
    assert.include(Options.grouped(groups).chosen(''), '<optgroup label="Dolu">')
  })
})
