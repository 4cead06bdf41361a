import app from '@adonisjs/core/services/app'
import hash from '@adonisjs/core/services/hash'
import { DEMO_PASSWORD } from '#config/demonstration'

/** The demonstration's password is in everybody's hands: its database may have become the real one. */
export function isForTrialOnly(password: string) {
  return app.inProduction && password === DEMO_PASSWORD
}

/** Too many people wait for their passwords to be checked. */
export class Busy extends Error {}

/**
 * Each check takes 16 MB and a seventh of a second of one core: two at a time, and a queue that is
 * full after twenty. Known devices and the house come first, in a queue of their own, so that a
 * flood of strangers keeps nobody from work. Of the others one place has so many at a time, or a single
 * machine would fill the queue.
 */
class Turnstile {
  #running = 0
  readonly #first: (() => void)[] = []
  readonly #others: (() => void)[] = []
  readonly #ofPlaces = new Map<string, number>()

  constructor(
    private readonly atATime: number,
    private readonly longest: number,
    private readonly ofOnePlace: number
  ) {}

  /** @throws Busy */
  async pass<T>(work: () => Promise<T>, comesFirst: boolean, place = '') {
    if (comesFirst || place === '') return this.#pass(work, comesFirst)
    const ofPlace = this.#ofPlaces.get(place) ?? 0
    if (ofPlace >= this.ofOnePlace) throw new Busy()
    this.#ofPlaces.set(place, ofPlace + 1)
    try {
      return await this.#pass(work, comesFirst)
    } finally {
      const rest = this.#ofPlaces.get(place)! - 1
      if (rest > 0) this.#ofPlaces.set(place, rest)
      else this.#ofPlaces.delete(place)
    }
  }

  async #pass<T>(work: () => Promise<T>, comesFirst: boolean) {
    if (this.#running >= this.atATime) {
      const queue = comesFirst ? this.#first : this.#others
      if (queue.length >= this.longest) throw new Busy()
      await new Promise<void>((resolve) => queue.push(resolve))
    } else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#first.shift() ?? this.#others.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}

const turnstile = new Turnstile(2, 20, 5)

/**
 * Whether this is the password whose hash is kept; with nothing kept (null) it is not, after the same
 * work. `renewed` is a hash with today's parameters where the kept one has others.
 *
 * @throws Busy
 */
export function checked(
  kept: string | null,
  password: string,
  comesFirst: boolean,
  place?: string
) {
  return turnstile.pass(
    async () => {
      const scrypt = hash.use('scrypt')
      if (kept === null) {
        await scrypt.make(password)
        return { isRight: false }
      }
      const isOld = scrypt.needsReHash(kept)
      const isRight = await scrypt.verify(kept, password)
      if (isRight) return { isRight, renewed: isOld ? await scrypt.make(password) : undefined }
      // A hash of former times is checked in a fifth of the time: the rest is spent all the same.
      if (isOld) await hash.use('rest').make(password)
      return { isRight }
    },
    comesFirst,
    place
  )
}
