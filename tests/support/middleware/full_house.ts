import type { TestContext } from '@japa/runner/core'
import { gate } from '../../../app/middleware/admission/admission.ts'
import { KINDS, type Kind } from '../../../app/middleware/admission/kinds.ts'

/** Work of these kinds that goes on until it is ended: so much of each that nobody else is let in. */
export function fullHouse({ cleanup }: Pick<TestContext, 'cleanup'>, ...kinds: Kind[]) {
  const ended = Promise.withResolvers<void>()
  for (const kind of kinds) {
    for (let one = 0; one < KINDS[kind].atOnce; one++) {
      gate.enter(
        kind,
        () => ended.promise,
        () => {}
      )
    }
  }
  const end = async () => {
    ended.resolve()
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  }
  cleanup(end)
  return end
}
