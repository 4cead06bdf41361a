import { request } from 'node:http'
import { once } from 'node:events'
import db from '@adonisjs/lucid/services/db'
import type { Bench } from '../bench.ts'
import { House } from '../house.ts'
import { asked } from '../pieces/pieces.ts'
import { median } from '../posts.ts'
import type { Server } from '../processes.ts'

/** MB that a governorate's districts may add. */
const MOST_MORE = 20
const VISITS = 40
const ROUNDS = 3
const MEGABYTE = 1024 * 1024
const PAGES = ['/', '/basvuru', '/sorgula', '/aydinlatma', '/en']

interface Standing {
  host: string
}

/**
 * What of the web process's heap is alive after a collection when every authority's pages were opened,
 * beside a house with one authority. It wants `--authorities=13`.
 */
export default async function heap({ house, report, say }: Bench) {
  const authorities: Standing[] = await db.from('authorities').orderBy('id').select('host')
  if (authorities.length === 1) {
    return report.note('The heap was not compared: `--authorities=13` sets up a governorate.')
  }
  say('a second house, with one authority')
  const other = await House.open()
  const servers = await Promise.all([house.probed(), other.probed()])
  const [here, alone] = servers as [Server, Server]
  const more: number[] = []
  let least = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const { host } of authorities) await visit(here, host)
    await visit(alone, '127.0.0.1')
    const [mine, its] = [await aliveIn(here), await aliveIn(alone)]
    least = its
    more.push(mine - its)
  }
  const middle = median(more)
  report.floor(
    `${authorities.length} authorities add at most ${MOST_MORE} MB to the web process's live heap`,
    `${middle.toFixed(1)} MB to ${least.toFixed(1)}`,
    middle <= MOST_MORE
  )
  await Promise.all(servers.map((server) => server.stop()))
  await other.mariadb.stop()
}

/** The pages of whoever is asked by this name. */
async function visit(server: Server, host: string) {
  for (let turn = 0; turn < VISITS; turn++) {
    const path = PAGES[turn % PAGES.length]!
    const sent = request(new URL(path, server.url), { headers: { host } }).end()
    const [answer] = await once(sent, 'response')
    if (answer.statusCode !== 200) throw new Error(`${host}${path} answered ${answer.statusCode}`)
    await once(answer.resume(), 'end')
  }
}

/** MB */
async function aliveIn(server: Server) {
  return (await asked(server, 'heap')) / MEGABYTE
}
