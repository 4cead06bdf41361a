import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DateTime } from 'luxon'
import { filesFolder } from './folder.ts'
import type { Bytes } from './pieces.ts'
import { opening, sealing } from './sealing.ts'

/** What a file is called that is not whole yet; a backup leaves it out. */
export const UNFINISHED = '.part'

/** Bytes that stay free: a database on the same disk must go on. */
export const RESERVE = { bytes: 256 * 1024 * 1024 }

/** Nothing could be written: the disk is full, or is not ours. */
export class StoreFailed extends Error {}

/**
 * Where attachments lie, sealed, each under a name by lot in the folder of its day. A file is written
 * once, under its name only when it is whole, and never changed: a backup may copy it at any time.
 */
export const Store = {
  /**
   * @returns the name under which it lies
   * @throws StoreFailed; whatever the source throws. Nothing is left of it then.
   */
  async keep(source: Bytes) {
    const name = `${DateTime.utc().toFormat('yyyy/MM/dd')}/${randomBytes(16).toString('hex')}`
    const path = pathOf(name)
    const unfinished = path + UNFINISHED
    let came: unknown
    const watched = async function* () {
      try {
        yield* source
      } catch (error) {
        came = error
        throw error
      }
    }
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await hasRoom(dirname(path))
      // Opened before anything is read: a stream that opens it itself may do so after it was removed.
      const file = await open(unfinished, 'wx', 0o600)
      await pipeline(watched, sealing(name), file.createWriteStream({ flush: true }))
      await rename(unfinished, path)
      await synced(dirname(path))
      return name
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => {})
      throw came ?? new StoreFailed('not kept', { cause: error })
    }
  },

  /** A piece at a time; broken where it is not what was kept. */
  open(name: string): Bytes {
    return opening(name)(createReadStream(pathOf(name), { highWaterMark: 64 * 1024 }))
  },

  /** What is gone already is gone. */
  async remove(name: string) {
    await rm(pathOf(name), { force: true })
  },
}

function pathOf(name: string) {
  return join(filesFolder(), name)
}

/** That the file is there survives a power cut as well. */
async function synced(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function hasRoom(folder: string) {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < RESERVE.bytes) throw new StoreFailed('the disk is nearly full')
}
