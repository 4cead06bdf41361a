import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Attachment } from '../../models/attachment.ts'
import type { Kind } from '../kinds.ts'
import { counted } from '../store/counted.ts'
import { BrokenSeal } from '../store/sealing.ts'
import { Store } from '../store/store.ts'
import { NoPicture, reencoded } from './reencode.ts'
import { isClean, isScanned } from './scan.ts'

/** How long one who checks a file has it for himself, and after how long one tries again. */
const CLAIM = { minutes: 3 }
const LATER = { minutes: 1 }

/** Milliseconds that a page waits for its files; what takes longer is checked all the same. */
const PATIENCE = 15_000

/**
 * Checks what has come: it is asked of the scanner, where there is one, and pictures are written
 * anew. Nothing is shown before. A file whose scanner is away, or for which the disk has no room,
 * waits; one that cannot be shown goes, and its row says why.
 *
 * @returns when all are checked, or so much time has passed that somebody should not be kept waiting
 */
export async function checked(attachments: readonly Attachment[], patience = PATIENCE) {
  const waiting = attachments.filter(({ state }) => state === 'waiting')
  const ending = new AbortController()
  const all = Promise.all(waiting.map(check))
  await Promise.race([all, pause(patience, null, { signal: ending.signal, ref: false })])
  ending.abort()
}

/** @returns whether it is done, one way or the other; false: later */
export async function check(attachment: Attachment) {
  if (!(await claim(attachment))) return false
  try {
    return await judge(attachment)
  } catch (error) {
    logger.error({ err: error, attachment: attachment.id }, 'An attachment could not be checked')
    await write(attachment, { due_at: stamp(DateTime.utc().plus(LATER)) })
    return false
  }
}

async function judge(attachment: Attachment) {
  const original = attachment.file!
  try {
    if (isScanned() && !(await isClean(Store.open(original)))) {
      return await refuse(attachment, 'infected')
    }
    if (!attachment.isPicture) return await write(attachment, { state: 'ready' })
    const { file, size } = await redrawn(attachment.kind as Kind, original)
    const isWritten = await write(attachment, { state: 'ready', kind: 'jpeg', file, size })
    // Whoever took it away meanwhile knows of the original alone.
    await Store.remove(isWritten ? original : file)
    return true
  } catch (error) {
    if (error instanceof NoPicture) return refuse(attachment, error.fault)
    // Half a disk, or another installation's key: nobody will ever read it.
    if (error instanceof BrokenSeal) return refuse(attachment, 'broken')
    throw error
  }
}

async function redrawn(kind: Kind, original: string) {
  return reencoded(
    kind,
    () => Store.open(original),
    async (picture) => {
      const { bytes, length } = counted(picture)
      return { file: await Store.keep(bytes), size: length() }
    }
  )
}

async function refuse(attachment: Attachment, fault: string) {
  const { file } = attachment
  await write(attachment, { state: 'refused', fault, file: null, size: 0 })
  if (file) await Store.remove(file)
  return true
}

/** False where somebody else has it, or it is done. */
async function claim(attachment: Attachment) {
  const now = DateTime.utc()
  const until = now.plus(CLAIM)
  const [claimed] = await again(() =>
    Attachment.query()
      .where({ id: attachment.id, state: 'waiting' })
      .where((free) => free.whereNull('due_at').orWhere('due_at', '<=', stamp(now)))
      .update({ due_at: stamp(until), tries: attachment.tries + 1 })
  )
  return Number(claimed) > 0
}

/** False where it was taken away meanwhile. */
async function write(attachment: Attachment, changes: Record<string, unknown>) {
  const [written] = await again(() =>
    Attachment.query().where({ id: attachment.id, state: 'waiting' }).update(changes)
  )
  return Number(written) > 0
}
