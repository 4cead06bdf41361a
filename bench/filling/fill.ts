import { statfsSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import type { House } from '../house.ts'

/** Of the disk, rows, indexes and what sorting these needs meanwhile: measured at 1,000,000. */
const BYTES_A_PETITION = 9_000
const GIGABYTE = 1e9
/** More than so many take longer than a pause for coffee. */
const WANTS_TO_BE_SURE = 2_000_000

interface Options {
  isSure: boolean
  /** Where the rows will lie. */
  folder: string
}

/**
 * Sees to it that so many petitions are there. Meanwhile MariaDB syncs nothing; it is as durable as on
 * a server before this returns.
 */
export async function fill(house: House, petitions: number, { isSure, folder }: Options) {
  const { grow, missing } = await import('./growth.ts')
  const lacking = await missing(petitions)
  if (lacking === 0) return
  refuseWithoutRoom(lacking, isSure, folder)
  await house.mariadb.become('filling')
  const { id } = await db.from('authorities').firstOrFail()
  const started = performance.now()
  await grow(petitions, id, (done, all) => told(done, all, started))
  process.stderr.write('\n')
  await db.manager.closeAll()
  await house.mariadb.become('durable')
}

function refuseWithoutRoom(petitions: number, isSure: boolean, folder: string) {
  const needed = petitions * BYTES_A_PETITION
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const shown = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GB`
  const many = petitions.toLocaleString('en')
  process.stderr.write(
    `  ${many} petitions more need ${shown(needed)} in ${folder}; ${shown(free)} are free\n`
  )
  if (needed > free) throw new Error(`There is no room for ${many} petitions in ${folder}`)
  if (petitions > WANTS_TO_BE_SURE && !isSure) {
    throw new Error('This takes hours: say --sure, and --keep=FOLDER to have it again')
  }
}

/** One line, written over. */
function told(done: number, all: number, started: number) {
  const seconds = Math.round((performance.now() - started) / 1000)
  const [some, whole] = [done, all].map((count) => count.toLocaleString('en'))
  const what = done < all ? `${some} of ${whole} petitions` : `${whole} petitions, now the indexes`
  process.stderr.write(`\r  filling: ${what}, ${seconds} s  `)
}
