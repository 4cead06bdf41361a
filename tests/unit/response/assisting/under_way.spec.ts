import { test } from '@japa/runner'
import { oneAtATime } from '../../../../app/response/assisting/asking/under_way.ts'

const [one, another, third] = [{ id: 1 }, { id: 2 }, { id: 3 }]

test.group('Proposals that are under way', () => {
  test('are one of an officer and two in all; pressed twice it is the same one', async ({
    assert,
  }) => {
    const begun: string[] = []
    const answer = Promise.withResolvers<string>()
    const ask = (officer: { id: number }, of: string) =>
      oneAtATime(officer, of, () => {
        begun.push(of)
        return answer.promise
      })
    const first = ask(one, 'A')
    const again = ask(one, 'A')
    const other = ask(another, 'A')
    assert.isNull(await ask(one, 'B'))
    assert.isNull(await ask(third, 'C'))
    answer.resolve('öneri')
    assert.deepEqual(await Promise.all([first, again, other]), ['öneri', 'öneri', 'öneri'])
    assert.deepEqual(begun, ['A', 'A'])
    assert.equal(await ask(third, 'C'), 'öneri')
  })

  test('leave room also when one fails', async ({ assert }) => {
    const fails = () => oneAtATime(one, 'A', () => Promise.reject(new Error('bozuk')))
    await assert.rejects(fails, 'bozuk')
    assert.equal(await oneAtATime(one, 'B', () => Promise.resolve('öneri')), 'öneri')
  })
})
