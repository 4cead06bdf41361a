import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { TestContext } from '@japa/runner/core'

/**
 * A line to a mailbox on which one word of the reader's never arrives: what it says so often, as often
 * as that. All that came before has been answered; the line itself stays.
 */
export async function heldLine(
  to: number,
  word: RegExp,
  { cleanup, times = 1 }: Pick<TestContext, 'cleanup'> & { times?: number }
) {
  const held = Promise.withResolvers<void>()
  const ends: Socket[] = []
  let left = times
  const line = createServer((reader) => {
    const server = connect(to, '127.0.0.1')
    ends.push(reader, server)
    for (const end of [reader, server]) end.on('error', () => {})
    server.pipe(reader)
    reader.on('data', (said) => {
      if (word.test(String(said)) && --left === 0) held.resolve()
      if (left > 0) server.write(said)
    })
    reader.on('close', () => server.end())
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  cleanup(() => {
    for (const end of ends) end.destroy()
    line.close()
  })
  return { port: (line.address() as AddressInfo).port, held: held.promise }
}
