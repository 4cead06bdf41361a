import logger from '@adonisjs/core/services/logger'
import { above } from '#organisation'
import { Remembered } from '#shared/remembered'
import type { Model } from '../learning/model.ts'
import { unpacked } from '../learning/packed.ts'
import { SuggestionModel } from '../models/suggestion_model.ts'

/** A version that suggests now. */
export interface Known {
  id: number
  model: Model
}

/** So many stay unpacked: some megabytes each. Those below without one of their own share one. */
const MOST_UNPACKED = 12

const remembered = new Map<number, Remembered<Known | null>>()
const unpackedOnes = new Map<number, Known>()

/**
 * The newest version of an authority, or else of the nearest one above it; null before anybody has
 * learned anything. Another process's new version is known here within seconds.
 */
export function knownModel(authorityId: number) {
  let known = remembered.get(authorityId)
  if (!known) remembered.set(authorityId, (known = new Remembered(() => read(authorityId))))
  return known.get()
}

/** A version was kept, or rows went with a test. */
export function forgetModels() {
  remembered.clear()
  unpackedOnes.clear()
}

async function read(authorityId: number) {
  const line = [authorityId, ...(await above(authorityId))]
  const newest = await SuggestionModel.newestOf(line)
  const nearest = line.map((id) => newest.get(id)).find((one) => one !== undefined)
  return nearest ? unpackedOf(nearest.id) : null
}

async function unpackedOf(id: number) {
  const known = unpackedOnes.get(id)
  if (known) return known
  // Gone meanwhile, as a newer one came: the next look finds that one.
  const row = await SuggestionModel.find(id)
  if (!row) return null
  if (unpackedOnes.size >= MOST_UNPACKED) unpackedOnes.delete(unpackedOnes.keys().next().value!)
  try {
    const one = { id, model: unpacked(row.packed) }
    unpackedOnes.set(id, one)
    return one
  } catch (error) {
    // Keywords suggest as before: nobody waits at the desk because of a broken row.
    logger.error({ err: error as Error, model: id }, 'What suggestions have learned cannot be read')
    return null
  }
}
