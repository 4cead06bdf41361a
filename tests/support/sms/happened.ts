import { WakeUp } from '#shared/wake_up'
import type { Log, SmsGateway } from '#sms'

/** Rings after whatever happens at the gateways, centres, peers and companies of a test. */
const happened = new WakeUp()

export function ring() {
  happened.ring()
}

/** A log that nobody reads, but that is heard. */
export const HEARD: Log = { info: ring, warn: ring, error: ring }

/** From now on whatever changes in its session is heard. */
export function listenTo(gateway: SmsGateway) {
  const { session } = gateway as unknown as { session: { window: { changes: WakeUp } } }
  session.window.changes.connect(happened)
}

/** Resolves as soon as `holds` does. @throws Error after twenty seconds in vain. */
export async function until(holds: () => boolean): Promise<void> {
  const { promise: vain, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`waited in vain until ${holds}`)), 20_000)
  try {
    while (!holds()) await Promise.race([happened.next(), vain])
  } finally {
    clearTimeout(timer)
  }
}
