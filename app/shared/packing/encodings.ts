import {
  brotliDecompressSync,
  constants,
  crc32,
  createBrotliCompress,
  createDeflateRaw,
  gunzipSync,
} from 'node:zlib'
import { piecesOf, READ_AT_ONCE } from './pieces.ts'

/** How a page goes over the line, and how a word stands in it as it is, unpacked. */
export interface Encoding {
  pieces(texts: Buffer[], length: number): Promise<Buffer[]>
  /** Before a word of so many bytes (at most 65,535). */
  plain(length: number): Buffer
  before: Buffer
  /** Behind a page of these parts. */
  behind(parts: Buffer[]): Buffer
  unpacked(page: Buffer): Buffer
}

const NOTHING = Buffer.alloc(0)

/** RFC 7932; 9.2: a meta-block that is not the last one, with four nibbles of length, uncompressed. */
const brotli: Encoding = {
  pieces: (texts, length) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    const packer = createBrotliCompress({ ...READ_AT_ONCE, params })
    return piecesOf(packer, constants.BROTLI_OPERATION_FLUSH, texts, length)
  },
  plain(length) {
    const head = Buffer.alloc(3)
    head.writeUIntLE(((length - 1) << 3) | (1 << 19), 0, 3)
    return head
  },
  before: NOTHING,
  behind: () => NOTHING,
  unpacked: brotliDecompressSync,
}

/** RFC 1952 around RFC 1951; 3.2.4: a stored block that is not the last one. */
const gzip: Encoding = {
  pieces: (texts, length) => {
    const packer = createDeflateRaw({ ...READ_AT_ONCE, level: constants.Z_BEST_COMPRESSION })
    return piecesOf(packer, constants.Z_SYNC_FLUSH, texts, length)
  },
  plain(length) {
    const head = Buffer.alloc(5)
    head.writeUInt16LE(length, 1)
    head.writeUInt16LE(length ^ 0xff_ff, 3)
    return head
  },
  before: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff]),
  behind(parts) {
    const end = Buffer.alloc(8)
    end.writeUInt32LE(
      parts.reduce((sum, part) => crc32(part, sum), 0),
      0
    )
    end.writeUInt32LE(
      parts.reduce((sum, { length }) => sum + length, 0),
      4
    )
    return end
  },
  unpacked: gunzipSync,
}

export const ENCODINGS: Record<string, Encoding> = { br: brotli, gzip }
