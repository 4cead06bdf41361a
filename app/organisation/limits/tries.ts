import db from '@adonisjs/lucid/services/db'
import { read } from '#shared/database/read'
import { again } from '#shared/database/transaction'
import { HOURS, intervalOf, nameOf, TooManyTries, waitFor, type Limit } from './limit.ts'

/** A try at the secret of one thing (a person's password, a petition's code) from one place. */
export interface Guess {
  /** `sign-in`, `look-up` */
  at: string
  /** whose secret it is */
  of: string
  /** from where: a neighbourhood, a known device */
  from: string
  /** what counts as the same guesser however many addresses it has: a wider neighbourhood */
  guesser?: string
  rates: {
    /** failures at this one thing from this one place */
    here: Rate
    /** failures from this place, whatever they were at */
    place?: Rate
    /** failures from the whole wider neighbourhood, where that is more than the place */
    network?: Rate
    /** failures at this one thing from everywhere, by places that have just begun to fail at it … */
    newcomers?: Rate
    /** … and by those that have failed at it before */
    known?: Rate
  }
}
type Rate = Omit<Limit, 'key'>

/** So many failures at one thing make a newcomer a known guesser, for six hours each. */
const BEGINNER = { most: 3, within: 18 * HOURS }

/**
 * Makes a try of which only a failure is written down. It is counted before it is made: tries that
 * are under way in this process count as failures until they succeed, so that of two thousand at the
 * same moment only as many are made as there may be failures; the others wait for the outcome of
 * those. Nothing sets a count to nought: who knows one secret could otherwise guess at others for
 * ever.
 *
 * A stranger's failures cost a newcomer nothing: places that have failed at a thing before share one
 * limit, those that have not another.
 *
 * @throws TooManyTries
 */
export async function tried<T>(guess: Guess, attempt: () => Promise<T | null>): Promise<T | null> {
  const limits = limitsOf(guess)
  const keys = Object.values(limits).flatMap((limit) => limit?.key ?? [])
  const counts = new Map(keys.map((key) => [key, Count.open(key)]))
  try {
    await readFull(counts)
    const { beginner, newcomers, known, ...always } = limits
    const isNew = waitFor(beginner, counts.get(beginner.key)!.full, Date.now()) <= 0
    const everywhere = isNew ? newcomers : known
    const strict = [...Object.values(always), everywhere].filter((limit) => limit !== undefined)
    const pairs = strict.map((limit) => ({ limit, count: counts.get(limit.key)! }))
    await begin(pairs)
    let found: T | null | undefined
    try {
      found = await attempt()
    } finally {
      pairs.forEach(({ limit, count }) => count.end(limit, found === null))
    }
    if (found === null) {
      counts.get(beginner.key)!.add(beginner)
      await write([...strict, beginner])
    }
    return found
  } finally {
    counts.forEach((count) => count.close())
  }
}

function limitsOf({ at, of, from, guesser = from, rates }: Guess) {
  const named = (rate: Rate | undefined, key: string) => rate && { ...rate, key: nameOf(key) }
  return {
    here: named(rates.here, `${at}:of:${of}:from:${from}`)!,
    place: named(rates.place, `${at}:from:${from}`),
    network: guesser === from ? undefined : named(rates.network, `${at}:network:${guesser}`),
    newcomers: named(rates.newcomers, `${at}:of:${of}:newcomers`),
    known: named(rates.known, `${at}:of:${of}:known`),
    beginner: named(BEGINNER, `${at}:of:${of}:guesser:${guesser}`)!,
  }
}

/** What is known here of one limit while somebody's try at it is under way. */
class Count {
  static #open = new Map<string, Count>()

  static open(key: string) {
    const count = this.#open.get(key) ?? new Count(key)
    this.#open.set(key, count)
    count.#users += 1
    return count
  }

  /** The moment at which all failures will be forgotten, in milliseconds since 1970. */
  full = 0
  #users = 0
  #underWay = 0
  #ended = Promise.withResolvers<void>()

  private constructor(private readonly key: string) {}

  /** Milliseconds to wait; `isCertain` when the tries under way cannot change that. */
  room(limit: Limit, now: number) {
    const certain = waitFor(limit, this.full, now)
    return { certain, now: Math.max(certain, waitFor(limit, this.full, now, this.#underWay)) }
  }

  get nextEnd() {
    return this.#ended.promise
  }

  begin() {
    this.#underWay += 1
  }

  end(limit: Limit, failed: boolean) {
    this.#underWay -= 1
    if (failed) this.add(limit)
    this.#ended.resolve()
    this.#ended = Promise.withResolvers<void>()
  }

  add(limit: Limit) {
    this.full = Math.max(this.full, Date.now()) + intervalOf(limit)
  }

  close() {
    this.#users -= 1
    if (this.#users === 0) Count.#open.delete(this.key)
  }
}

/** Lets the try begin, at once or when those under way have ended well. */
async function begin(pairs: { limit: Limit; count: Count }[]) {
  for (;;) {
    const now = Date.now()
    const rooms = pairs.map(({ limit, count }) => ({ count, ...count.room(limit, now) }))
    const wait = Math.max(...rooms.map(({ certain }) => certain))
    if (wait > 0) throw new TooManyTries(Math.ceil(wait / 60_000))
    const busy = rooms.find((room) => room.now > 0)
    if (!busy) return pairs.forEach(({ count }) => count.begin())
    await busy.count.nextEnd
  }
}

async function readFull(counts: Map<string, Count>) {
  const keys = [...counts.keys()]
  const names = keys.map(() => '?').join(', ')
  const sql = `select \`key\`, expire from rate_limits where \`key\` in (${names})`
  for (const { key, expire } of await read<{ key: string; expire: number }>(sql, keys)) {
    const count = counts.get(key)!
    count.full = Math.max(count.full, Number(expire))
  }
}

/**
 * One statement with a commit of its own, in the order of their names, so that two of them never wait
 * for each other. What is forgotten the house's cleaning takes away.
 */
async function write(limits: Limit[]) {
  const now = Date.now()
  const rows = limits
    .map((limit) => ({ key: limit.key, expire: now + intervalOf(limit) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  const later = db.connection().dialect.name === 'mysql' ? LATER.mysql : LATER.sqlite
  await again(() =>
    db
      .insertQuery()
      .table('rate_limits')
      .multiInsert(rows)
      .knexQuery.onConflict('key')
      .merge({ expire: db.knexRawQuery(later, [now, now]) })
  )
}

const LATER = {
  mysql: 'greatest(expire, ?) + values(expire) - ?',
  sqlite: 'max(rate_limits.expire, ?) + excluded.expire - ?',
}
