import { DateTime } from 'luxon'
import {
  climbObjections,
  DailyRound,
  drawSample,
  expireQuestions,
  lapseFees,
  remindAsked,
  walk,
} from '#intake'
import { bringBack, remindDirectives } from '#response'
import { Rounds } from '#shared/rounds'
import { inTurkiye, today } from '#shared/dates/turkish_date'
import { Digest } from '../models/digest.ts'
import { addWaiting } from './add_waiting.ts'
import { sendDigests } from './send_digests.ts'

/** Milliseconds between two looks whether a day has begun. */
const LOOK = 60_000
/** Before this hour nobody reads an e-mail of the office. */
const FROM_HOUR = 7
/** Whoever was told nothing for so long had no news: longer than the longest holidays. */
const OLDEST = { days: 14 }

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * Günlük tur: once a day what was not paid in time is given up, what was asked and not answered in time
 * waits no more and petitioners are reminded of it, everybody is reminded of the last days
 * that are near or have passed, and told by one e-mail. Killed anywhere and begun again, or by several processes at once, it reminds nobody twice.
 */
export class DailyRounds {
  readonly #rounds = new Rounds(() => this.#tried(), LOOK)
  /** The day (ISO) that this process knows to be done. */
  #done = ''

  constructor(private readonly log: Log) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /**
   * The round of today, whatever the hour.
   *
   * @param onWay told how many of how many were looked at
   * @returns the round, finished now or before; null: it was stopped
   */
  async round(onWay?: (looked: number, all: number) => void) {
    const day = today()
    const round = await DailyRound.of(day)
    if (round.finishedAt) return round
    const { begunAt } = round
    const before = await Digest.newsUntil(day, day.minus(OLDEST))
    const usual = begunAt.minus(OLDEST)
    const news = { until: begunAt, since: (id: number) => before.get(id) ?? usual }
    const goesOn = () => !this.#rounds.isEnding
    await lapseFees(day, goesOn)
    await expireQuestions(day, goesOn)
    await remindAsked(day, goesOn)
    await drawSample(day, goesOn)
    await climbObjections(day, goesOn)
    await bringBack(day, goesOn)
    await remindDirectives(day, goesOn)
    const walked = await walk({ day, begunAt, news, onWay, goesOn })
    if (!walked) return null
    await addWaiting(walked, day)
    const { looked, reminded, numbers } = walked
    const told = await sendDigests(numbers.people.values(), day, begunAt)
    await round.finish({ looked, reminded, told })
    this.log.info({ looked, reminded, told }, 'The round of today is done')
    return round
  }

  async #tried() {
    const on = today().toISODate()!
    if (this.#done === on || inTurkiye(DateTime.utc()).hour < FROM_HOUR) return
    try {
      if (await this.round()) this.#done = on
    } catch (error) {
      this.log.error({ err: error }, 'The round of today is not done')
    }
  }
}
