import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Browser } from '#database/demo/browser'
import type { Bench } from '../bench.ts'
import { bigPictures } from '../pieces/big_pictures.ts'
import { load } from '../load.ts'
import { Server } from '../processes.ts'
import { formToken, page, petitionForm } from '../visits.ts'

/** MB that files on their way may cost the web process, and that the reading of a picture may hold. */
const MOST_ADDED = 64
const MOST_READING = 300
/** Files at once, and bytes of each: as many and as large as may be. */
const FILES = 10
const SIZE = 10 * 1024 * 1024
const TIMES = 3
/** Seconds of pages before. */
const WARM = 5
/** Milliseconds between two looks at the process that reads a picture. */
const LOOK = 2

/** What files cost in memory: the web process while they come, and the process that reads pictures. */
export default async function files(bench: Bench) {
  const { house, report } = bench
  const folder = join(house.folder, 'files')
  const settings = { FILES_FOLDER: folder, FILES_PER_HOUR: '0' }
  const server = await Server.start(['build/bin/server.js'], { ...house.production, ...settings })
  const desk = new Sender(server)
  // It has answered people before, as any that has just begun soon has.
  await load(server.url, 8, WARM, (browser) => page(browser, '/basvuru'))
  await desk.sends([document()])

  const lines: string[] = []
  const added: number[] = []
  for (const [what, forms] of [
    ['ten forms at once, each with a document of 10 MB', FILES],
    ['one form with ten documents of 10 MB', 1],
  ] as const) {
    bench.say(what)
    for (let time = 0; time < TIMES; time++) {
      await pause(1000)
      const before = server.memory
      server.forgetPeak()
      const each = FILES / forms
      const sent = Array.from({ length: forms }, () =>
        desk.sends(Array.from({ length: each }, () => document()))
      )
      const kept = (await Promise.all(sent)).reduce((sum, count) => sum + count, 0)
      if (kept !== FILES) throw new Error(`${kept} of ${FILES} files were kept`)
      added.push(server.peak - before)
      lines.push(`${what.padEnd(52)}${shown(before)}${shown(server.peak)}${shown(added.at(-1)!)}`)
    }
  }

  const head = 'web process, MB'.padEnd(52) + ['before', 'at most', 'added'].map(cell).join('')
  report.note([head, ...lines].join('\n'))

  const read: string[] = []
  const peaks: number[] = []
  for await (const { what, bytes } of bigPictures()) {
    bench.say(what)
    const watched = watch(server.child.pid!)
    const kept = await desk.sends([new File([new Uint8Array(bytes)], 'a.jpg')])
    const peak = await watched.end()
    peaks.push(peak)
    read.push(`${what.padEnd(52)}${shown(peak)}${cell(kept ? 'kept' : 'refused')}`)
  }
  report.note(['process that reads a picture'.padEnd(52) + cell('MB'), ...read].join('\n'))
  await server.stop()

  report.floor(
    `ten files of 10 MB at once cost the web process at most ${MOST_ADDED} MB`,
    `${Math.max(...added).toFixed(0)} MB`,
    Math.max(...added) <= MOST_ADDED
  )
  report.floor(
    `the process that reads a picture holds at most ${MOST_READING} MB`,
    `${Math.max(...peaks).toFixed(0)} MB`,
    Math.max(...peaks) <= MOST_READING
  )
}

const cell = (text: string) => text.padStart(10)
const shown = (value: number) => cell(value.toFixed(0))

/** One that nobody can make smaller, and that is none of the others. */
function document() {
  const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(SIZE - 9)])
  return new File([new Uint8Array(content)], 'belge.pdf')
}

/** Somebody with a form open. */
class Sender {
  constructor(private readonly server: Server) {}

  /** Adds files to a new form. @returns how many are there; none where one of them is refused */
  async sends(all: File[]) {
    const browser = new Browser(this.server.url)
    const form = new FormData()
    const fields = { ...petitionForm(1), token: await formToken(browser), attach: '1' }
    browser.close()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const file of all) form.append('files', file)
    const answer = await fetch(`${this.server.url}/basvuru/dosya`, { method: 'POST', body: form })
    const back = await answer.text()
    if (answer.status !== 200) return 0
    return Number(/name="attached" value="(\d+)"/.exec(back)?.[1] ?? 0)
  }
}

/** The most that any process held which this one has begun, meanwhile; MB. */
function watch(parent: number) {
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, ...childrenOf(parent).map(peakOf))), LOOK)
  return {
    async end() {
      clearInterval(timer)
      return most
    },
  }
}

function childrenOf(parent: number) {
  const tasks = `/proc/${parent}/task`
  return readdirSync(tasks).flatMap((task) => {
    const children = readFileSync(join(tasks, task, 'children'), 'utf8')
    return children.split(' ').filter(Boolean)
  })
}

/** 0 of one that is gone, or that has only just begun and is still a copy of its parent. */
function peakOf(pid: string) {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('picture')) return 0
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
