import { test, timeTravel } from '@japa/runner'
import { setImmediate } from 'node:timers/promises'
import { Remembered } from '#shared/remembered'

/** Something to read whose answers come when the test wants them. */
function readings() {
  const asked: PromiseWithResolvers<string>[] = []
  const remembered = new Remembered(() => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  })
  return { asked, remembered }
}

test.group('What is remembered', () => {
  test('is read once, however many ask', async ({ assert }) => {
    const { asked, remembered } = readings()
    const all = [remembered.get(), remembered.get()]
    asked[0]!.resolve('one')
    assert.deepEqual(await Promise.all([...all, remembered.get()]), ['one', 'one', 'one'])
    assert.lengthOf(asked, 1)
  })

  test('is given at once when it is old, and read afresh behind', async ({ assert }) => {
    const { asked, remembered } = readings()
    const first = remembered.get()
    asked[0]!.resolve('old')
    await first
    timeTravel('11 seconds')
    assert.equal(await remembered.get(), 'old')
    assert.lengthOf(asked, 2)
    asked[1]!.resolve('new')
    await asked[1]!.promise
    assert.equal(await remembered.get(), 'new')
  })

  test('is quiet when nothing is being read behind any more, whatever came of it', async ({
    assert,
  }) => {
    const { asked, remembered } = readings()
    const first = remembered.get()
    asked[0]!.resolve('old')
    await first
    timeTravel('11 seconds')
    await remembered.get()
    await remembered.get()
    let isQuiet = false
    const quiet = Remembered.quiet().then(() => (isQuiet = true))
    await setImmediate()
    assert.isFalse(isQuiet)
    asked[1]!.reject(new Error('no database'))
    await quiet
    assert.lengthOf(asked, 2)
  })

  test('stays what it was for work that began before it was forgotten, and for nobody else', async ({
    assert,
  }) => {
    const { asked, remembered } = readings()
    const first = remembered.get()
    asked[0]!.resolve('old')
    await first
    const forgotten = Promise.withResolvers<void>()
    const later = Promise.withResolvers<void>()
    let woken: Promise<string> | null = null
    const work = Remembered.steadily(async () => {
      woken = later.promise.then(() => remembered.get())
      await forgotten.promise
      return remembered.get()
    })
    remembered.forget()
    forgotten.resolve()
    assert.equal(await work, 'old')
    assert.lengthOf(asked, 1)
    const others = remembered.get()
    const after = Remembered.steadily(() => remembered.get())
    later.resolve()
    asked[1]!.resolve('new')
    assert.deepEqual(await Promise.all([others, after, woken]), ['new', 'new', 'new'])
  })

  test('leans on what is so now where it is kept for others, whoever asks for it first', async ({
    assert,
  }) => {
    const { asked, remembered } = readings()
    const first = remembered.get()
    asked[0]!.resolve('old')
    await first
    const leaning = new Remembered(() => remembered.get())
    const work = Remembered.steadily(() => {
      remembered.forget()
      return leaning.get()
    })
    assert.lengthOf(asked, 2)
    asked[1]!.resolve('new')
    assert.deepEqual(await Promise.all([work, leaning.get()]), ['new', 'new'])
  })

  test('is read again after a change, also when the change came while it was read', async ({
    assert,
  }) => {
    const { asked, remembered } = readings()
    const before = remembered.get()
    remembered.forget()
    const after = remembered.get()
    asked[1]!.resolve('new')
    assert.equal(await after, 'new')
    asked[0]!.resolve('old')
    assert.equal(await before, 'old')
    assert.equal(await remembered.get(), 'new')
    assert.lengthOf(asked, 2)
  })

  test('is asked for again after a reading that failed', async ({ assert }) => {
    const { asked, remembered } = readings()
    const failing = remembered.get()
    asked[0]!.reject(new Error('no database'))
    await assert.rejects(() => failing, 'no database')
    const again = remembered.get()
    asked[1]!.resolve('one')
    assert.equal(await again, 'one')
  })
})
