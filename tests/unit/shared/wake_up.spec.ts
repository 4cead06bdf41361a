import { test } from '@japa/runner'
import { WakeUp } from '#shared/wake_up'

const FOR_EVER = 1_000_000

test.group('A wake-up', () => {
  test('wakes who waits, and who was about to', async () => {
    const wakeUp = new WakeUp()
    const heard = wakeUp.heard(FOR_EVER)
    wakeUp.ring()
    await heard
    wakeUp.ring()
    await wakeUp.heard(FOR_EVER)
  })

  test('rings once for each ring', async ({ assert }) => {
    const wakeUp = new WakeUp()
    wakeUp.ring()
    await wakeUp.heard(FOR_EVER)
    let woken = false
    const again = wakeUp.heard(FOR_EVER).then(() => (woken = true))
    await new Promise(setImmediate)
    assert.isFalse(woken)
    wakeUp.ring()
    await again
  })

  test('lets those ring along that are connected', async () => {
    const [door, kitchen] = [new WakeUp(), new WakeUp()]
    door.connect(kitchen)
    door.ring()
    await kitchen.heard(FOR_EVER)
  })

  test('wakes all who wait for the next one, and not for one that has been', async ({ assert }) => {
    const wakeUp = new WakeUp()
    wakeUp.ring()
    const woken: string[] = []
    const first = wakeUp.next().then(() => woken.push('first'))
    const second = wakeUp.next().then(() => woken.push('second'))
    await new Promise(setImmediate)
    assert.isEmpty(woken)
    wakeUp.ring()
    await Promise.all([first, second])
    assert.deepEqual(woken, ['first', 'second'])
  })
})
