import { Rounds } from '#shared/rounds'
import { PetitionChanged, PetitionRecord } from '../models/petition_record.ts'
import { Urgency } from '../models/urgency.ts'
import { climb } from './handling.ts'

/** Milliseconds between two rounds: a quarter of an hour is told to the minute. */
const ROUND = 20_000
/** Petitions of one round; the others come with the next one. */
const A_ROUND = 50

interface Log {
  error(data: object, message: string): void
}

/**
 * Tells the next rung of each petition that must be looked at at once and of which nobody has written
 * what was done. Step, rung and messages are one transaction: killed anywhere, the next round finds
 * what was not told, and nothing that was.
 */
export class Climbing {
  readonly #rounds = new Rounds(() => this.#tried(), ROUND)

  constructor(private readonly log: Log) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /** One that cannot be told keeps no other one waiting. */
  async round() {
    for (const { petitionId } of await Urgency.due(A_ROUND)) {
      if (this.#rounds.isEnding) return
      try {
        await climbAsItIs(petitionId)
      } catch (error) {
        this.log.error({ err: error, petitionId }, 'The next rung of a petition was not told')
      }
    }
  }

  async #tried() {
    try {
      await this.round()
    } catch (error) {
      this.log.error({ err: error }, 'Urgent petitions do not climb')
    }
  }
}

/** As it is now: an officer may have written meanwhile, or another worker was first. */
async function climbAsItIs(petitionId: number) {
  const petition = await PetitionRecord.findOrFail(petitionId)
  try {
    await petition.change(async (fresh, trx) => {
      const urgency = await Urgency.of(fresh, trx)
      const isDue = urgency?.climbsAt && urgency.climbsAt.toMillis() <= Date.now()
      if (isDue) await climb(fresh, urgency, trx)
    })
  } catch (error) {
    // Its turn comes with the next round.
    if (!(error instanceof PetitionChanged)) throw error
  }
}
