import { setImmediate as turn } from 'node:timers/promises'
import type { TestContext } from '@japa/runner/core'
import { gate } from '../../../app/middleware/admission/admission.ts'
import { KINDS, type Kind } from '../../../app/middleware/admission/kinds.ts'

/** Work of these kinds that goes on until it is ended: so much of each that nobody else is let in. */
export function fullHouse({ cleanup }: Pick<TestContext, 'cleanup'>, ...kinds: Kind[]) {
  const ended = Promise.withResolvers<void>()
  let waiting = 0
  for (const kind of kinds) {
    const { atOnce, waiting: room } = KINDS[kind]
    for (let one = 0; one < atOnce + room; one++) {
      waiting += 1
      const begin = () => {
        waiting -= 1
        return ended.promise
      }
      gate.enter(kind, begin, () => (waiting -= 1))
    }
  }
  const end = async () => {
    ended.resolve()
    do await turn()
    while (waiting > 0 || gate.fullness > 0)
    await turn()
  }
  cleanup(end)
  return end
}
