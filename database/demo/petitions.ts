import db from '@adonisjs/lucid/services/db'
import { DateTime, Settings } from 'luxon'
import { Cast } from './cast.js'
import { Dice } from './dice.js'
import { OfficeHours } from './office_hours.js'
import { plans } from './plans.js'
import { story } from './story.js'

/** Any number does; it is written down so that every demonstration is the same but for its dates. */
const SEED = 10

/**
 * Lets eight weeks of petitions happen, in the order of time and through the product's own doors.
 * Each story says when its next act comes; the clock is put there, and the act is played. What
 * would come after now does not happen, so that the demonstration stops in the middle of work.
 */
export async function seedPetitions(progress: (done: number, all: number) => void = () => {}) {
  const dice = new Dice(SEED)
  const now = DateTime.now()
  const cast = await Cast.assemble()
  const world = { dice, now, hours: new OfficeHours(cast.catalogue.calendar, dice), cast }
  await playInOrder(
    plans(dice).map((plan) => story(plan, world)),
    now,
    progress
  )
  await deliverMessages()
}

export type Story = AsyncGenerator<DateTime, undefined>

/** Each story says when its next act comes; nothing happens after `now`. */
export async function playInOrder(
  stories: Story[],
  now: DateTime,
  progress: (done: number, all: number) => void = () => {}
) {
  const running = await Promise.all(
    stories.map(async (acts) => ({ acts, next: await acts.next() }))
  )

  const realClock = Settings.now
  try {
    for (;;) {
      const first = running
        .filter(({ next }) => !next.done && next.value <= now)
        .sort((one, other) => Number(one.next.value) - Number(other.next.value))[0]
      if (!first) break
      const at = first.next.value!.toMillis()
      Settings.now = () => at
      first.next = await first.acts.next()
      progress(running.filter(({ next }) => next.done).length, running.length)
    }
  } finally {
    Settings.now = realClock
  }
}

/** The messages of eight weeks have long arrived; only the worker of that time is missing. */
export async function deliverMessages() {
  await db
    .from('messages')
    .where('state', 'queued')
    .update({
      state: 'delivered',
      gateway: 'log',
      attempts: 1,
      sealed: null,
      next_at: null,
      sent_at: db.raw('created_at'),
      final_at: db.raw('created_at'),
    })
}
