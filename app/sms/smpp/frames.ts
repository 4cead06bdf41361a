import { Broken } from '../flow/fault.ts'

const SHORTEST = 16
const LONGEST = 70_000

/** The stream of one connection, cut into PDUs. */
export class Frames {
  private rest: Buffer = Buffer.alloc(0);

  /**
   * The whole frames that `chunk` completes.
   * @throws Broken for a length that no PDU has; the stream cannot be read on after it.
   */
  *push(chunk: Buffer): Generator<Buffer> {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])

    while (this.rest.length >= 4) {
      const length = this.rest.readUInt32BE(0)
      if (length < SHORTEST || length > LONGEST) {
        throw new Broken({ kind: 'unreadable_frame', status: String(length) })
      }
      if (this.rest.length < length) return
      const frame = this.rest.subarray(0, length)
      this.rest = this.rest.subarray(length)
      yield frame
    }
  }
}
