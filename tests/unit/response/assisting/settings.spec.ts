import { test } from '@japa/runner'
import { settingsFrom } from '#config/assistant'
import { says } from '#tests/support/at_the_card'
import { ENDINGS } from '../../../../app/response/assisting/endings.ts'
import { WRONGS } from '../../../../app/response/assisting/reading/wrong_with.ts'

const model = 'yerel-model'

test.group('The settings of the assistant', () => {
  test('name none, or a server of the house', ({ assert }) => {
    assert.isNull(settingsFrom({}))
    assert.isNull(settingsFrom({ url: '', model }))
    for (const url of [
      ...['http://127.0.0.1:8080', 'http://localhost:8080/', 'https://yardimci.ic.example'],
      ...['http://[fd12::7]:8000', 'http://10.20.0.7', 'http://2130706433:8080'],
    ]) {
      assert.deepInclude(settingsFrom({ url, model }), { model, key: '', seconds: 20 }, url)
    }
  })

  test('are refused at the start, and nothing of them is repeated', ({ assert }) => {
    const wrong = [
      ...['https://93.184.216.34', 'http://169.254.169.254', 'http://[2001:db8::1]'],
      ...['ftp://127.0.0.1', '127.0.0.1:8080', 'gizli', 'file:///etc/passwd'],
      ...['http://ben:gizli@127.0.0.1', 'http://127.0.0.1/v1', 'http://127.0.0.1/?key=gizli'],
    ]
    for (const url of wrong) {
      const error = thrownBy(() => settingsFrom({ url, model, key: 'gizli' }))
      assert.match(error, /^ASSISTANT_URL/, url)
      assert.notInclude(error, 'gizli')
    }
    const url = 'http://127.0.0.1:8080'
    assert.match(
      thrownBy(() => settingsFrom({ url })),
      /^ASSISTANT_MODEL/
    )
    assert.match(
      thrownBy(() => settingsFrom({ url, model, seconds: 56 })),
      /^ASSISTANT_SECONDS/
    )
  })
})

test.group('Whatever becomes of a proposal', () => {
  test('has its sentences', ({ assert }) => {
    for (const ended of ENDINGS) {
      assert.isString(says(`response.assisting.how.${ended}`))
      assert.isString(says(`response.assisting.page.ended.${ended}`))
    }
    for (const wrong of WRONGS) assert.isString(says(`response.assisting.dropped.${wrong}`))
  })
})

function thrownBy(work: () => unknown) {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was thrown'
}
