import { statfsSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { TELLS_ALL } from '#tests/support/databases/crowd/pieces'
import type { House } from '../house.ts'

/** Of the disk, with what sorting the indexes needs meanwhile: measured at 1,000,000. */
const BYTES_A_PETITION = { tellsAll: 8_500, tellsLittle: 5_500 }
/** Whoever else uses the disk is left so much, whatever was reckoned. */
const LEFT = 6e9
const GIGABYTE = 1e9

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
  const rows = await db.from('authorities').orderBy('id').select('id')
  const ids: number[] = rows.map(({ id }) => id)
  const started = performance.now()
  await grow(petitions, ids, {
    told(done, all) {
      if (freeIn(folder) < LEFT) throw new Error(`${folder} is nearly full: stopped at ${done}`)
      told(done, all, started)
    },
  })
  process.stderr.write('\n')
  await db.manager.closeAll()
  await house.mariadb.become('durable')
}

function refuseWithoutRoom(petitions: number, isSure: boolean, folder: string) {
  const { tellsAll, tellsLittle } = BYTES_A_PETITION
  const needed = petitions * (petitions > TELLS_ALL ? tellsLittle : tellsAll)
  const free = freeIn(folder)
  const shown = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GB`
  const many = petitions.toLocaleString('en')
  process.stderr.write(
    `  ${many} petitions more need ${shown(needed)} in ${folder}; ${shown(free)} are free\n`
  )
  if (needed > free) throw new Error(`There is no room for ${many} petitions in ${folder}`)
  if (petitions > TELLS_ALL && !isSure) {
    throw new Error('This takes hours: say --sure, and --keep=FOLDER to have it again')
  }
}

function freeIn(folder: string) {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** One line, written over. */
function told(done: number, all: number, started: number) {
  const seconds = Math.round((performance.now() - started) / 1000)
  const [some, whole] = [done, all].map((count) => count.toLocaleString('en'))
  const what = done < all ? `${some} of ${whole} petitions` : `${whole} petitions, now the indexes`
  process.stderr.write(`\r  filling: ${what}, ${seconds} s  `)
}
