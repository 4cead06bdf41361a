import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { inPieces } from '../../../app/middleware/admission/pieces.ts'
import {
  isLarge,
  LONGEST,
  READING,
  roomForLarge,
  roomToGiveBack,
} from '../../../app/middleware/admission/bodies.ts'

const MB = 1024 * 1024
const SMALL = 32 * 1024

type Lane = typeof roomForLarge

/** Somebody who sends a form that says so much of itself. */
class Sender {
  found?: boolean
  readonly answer = new EventEmitter()
  readonly request: IncomingMessage
  readonly #response = this.answer as ServerResponse

  constructor(bytes: number, { isGone = false } = {}) {
    const headers = { 'content-length': String(bytes) }
    this.request = { headers, socket: { destroyed: isGone } } as IncomingMessage
  }

  async ask(lane: Lane) {
    this.found = await lane(this.request, this.#response)
  }

  /** The answer is out, or the line was cut. */
  leave() {
    this.answer.emit('close')
  }
}

async function inLine(lane: Lane, count: number, bytes: number) {
  const senders = Array.from({ length: count }, () => new Sender(bytes))
  for (const sender of senders) void sender.ask(lane)
  await turn()
  return senders
}

/** One after the other: whoever gets room by that leaves it, too. */
async function allLeave(senders: Sender[]) {
  for (const sender of senders) {
    sender.leave()
    await turn()
  }
}

const found = (senders: Sender[]) => senders.filter(({ found: has }) => has).length

test.group('Bodies in hand', () => {
  test('large ones are two megabytes at most, each from before it is read until its answer is out', async ({
    assert,
    cleanup,
  }) => {
    const senders = await inLine(roomForLarge, 20, LONGEST)
    cleanup(() => allLeave(senders))
    assert.equal(found(senders), (2 * MB) / LONGEST)
    senders[0]!.leave()
    await turn()
    assert.equal(found(senders), (2 * MB) / LONGEST + 1)
    for (const sender of senders) {
      assert.isTrue(sender.found)
      sender.leave()
      await turn()
    }
    const [last] = await inLine(roomForLarge, 1, LONGEST)
    assert.isTrue(last!.found)
    last!.leave()
  })

  test('small ones never wait for large ones, nor does a large one take room twice', async ({
    assert,
    cleanup,
  }) => {
    const all = await inLine(roomForLarge, 20, LONGEST)
    const again = await inLine(roomToGiveBack, 20, LONGEST)
    const small = await inLine(roomToGiveBack, (2 * MB) / SMALL, SMALL)
    cleanup(() => allLeave([...all, ...small]))
    assert.equal(found(again), 20)
    assert.equal(found(small), small.length)
    const [next] = await inLine(roomToGiveBack, 1, 1)
    assert.isUndefined(next!.found)
    small[0]!.leave()
    await turn()
    assert.isTrue(next!.found)
    next!.leave()
  })

  test('whoever has left keeps no room, and whoever waits for long is sent away', async ({
    assert,
    cleanup,
  }) => {
    for (let one = 0; one < 20; one++) {
      await new Sender(LONGEST, { isGone: true }).ask(roomForLarge)
    }
    const first = await inLine(roomForLarge, (2 * MB) / LONGEST, LONGEST)
    cleanup(() => allLeave(first))
    assert.equal(found(first), first.length)
    const { deadline } = READING
    cleanup(() => void (READING.deadline = deadline))
    READING.deadline = 1
    const late = new Sender(LONGEST)
    await late.ask(roomForLarge)
    assert.isFalse(late.found)
  })

  test('are large beyond the longest petition in Turkish letters, or when they say nothing of it', ({
    assert,
  }) => {
    const longest = new URLSearchParams({ text: 'Köprü yıkıldı. '.repeat(667) }).toString()
    assert.isFalse(isLarge(new Sender(longest.length).request))
    assert.isTrue(isLarge(new Sender(SMALL + 1).request))
    const headers = { 'transfer-encoding': 'chunked' }
    assert.isTrue(isLarge({ headers } as unknown as IncomingMessage))
    assert.isFalse(isLarge({ headers: {} } as IncomingMessage))
  })
})

test.group('An answer in pieces', () => {
  test('goes no faster than it is taken', async ({ assert }) => {
    const { response, written } = taker()
    const sending = inPieces(response, ['a', 'b', 'c'])
    for (const soFar of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      await turn()
      assert.deepEqual(written, soFar)
      response.emit('drain')
    }
    await sending
    assert.isTrue(response.writableEnded)
  })

  test('is cut off when nobody takes it', async ({ assert, cleanup }) => {
    const { deadline } = READING
    cleanup(() => void (READING.deadline = deadline))
    READING.deadline = 1
    const { response, written } = taker()
    await inPieces(response, ['a', 'b'])
    assert.deepEqual(written, ['a'])
    assert.isTrue(response.destroyed)
  })
})

/** Takes one piece at a time. */
function taker() {
  const written: string[] = []
  const answer = Object.assign(new EventEmitter(), {
    destroyed: false,
    writableEnded: false,
    write: (piece: string) => written.push(piece) === 0,
    end: () => (answer.writableEnded = true),
    destroy() {
      answer.destroyed = true
      answer.emit('close')
    },
  })
  return { written, response: answer as unknown as ServerResponse }
}
