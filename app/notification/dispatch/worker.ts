import type { HolidayWatch } from '#organisation'
import type { Dispatcher } from './dispatcher.ts'

/** Gönderici: sends what waits in the outbox, inside the web process or in one of its own. */
export class Worker {
  constructor(
    private readonly dispatchers: Dispatcher[],
    private readonly watch: HolidayWatch
  ) {}

  start() {
    for (const dispatcher of this.dispatchers) dispatcher.start()
    this.watch.start()
  }

  /** Claims nothing more, drains, and resolves when everything is written down. */
  async stop() {
    this.watch.stop()
    await Promise.all(this.dispatchers.map((dispatcher) => dispatcher.stop()))
  }
}
