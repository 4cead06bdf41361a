import type { DateTime } from 'luxon'
import { authorities } from '#organisation'
import type { Message } from '../models/message.ts'
import { isAwaited, QuietHours } from './quiet_hours.ts'

/**
 * When texts ring in the hours that an authority or, where it has said nothing, the server keeps
 * quiet: a text keeps those of the authority in whose name it is sent.
 */
export class QuietNights {
  readonly #usual: QuietHours | null

  /** @throws RangeError when the hours are not written as "21:00-08:00" */
  constructor(usual: string) {
    this.#usual = readHours(usual)
  }

  /** Of these messages those that wait for their morning, by their ids; asks memory alone. */
  async mornings(messages: readonly Message[], now: DateTime): Promise<Map<number, DateTime>> {
    const own = new Map((await authorities()).map(({ id, quietHours }) => [id, quietHours]))
    const mornings = new Map<number, DateTime>()
    for (const message of messages) {
      const said = own.get(message.authorityId) ?? null
      const hours = said === null ? this.#usual : readHours(said)
      const morning = isAwaited(message, now) ? null : hours?.end(now)
      if (morning) mornings.set(message.id, morning)
    }
    return mornings
  }
}

function readHours(text: string) {
  return text === 'none' ? null : QuietHours.parse(text)
}
