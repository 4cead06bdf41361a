import { type Faults, type Lots } from './faults/faults.ts'
import { STATUS, type Submit } from './wire/wire.ts'

interface Luck {
  faults: Faults
  lots: Lots
}

/** The status of a submit; 0: taken. */
export function refusal(submit: Submit, { faults, lots }: Luck): number {
  if (lots.strikes('throttle', faults.throttle)) return STATUS.throttled
  if (lots.strikes('queueFull', faults.queueFull)) return STATUS.queueFull
  const { refuse } = faults
  const isMeant = refuse && (refuse.from ?? submit.from) === submit.from
  if (isMeant && lots.strikes('refuse', refuse.which)) return refuse.status
  return /^905\d{9}$/.test(submit.to) ? STATUS.ok : STATUS.badDestination
}

/** A good answer as it leaves, and what the connection does after it. */
export interface Answer {
  octets: Buffer
  then: 'stay' | 'break' | 'leave'
}

/** What becomes of a good answer. */
export function onTheWay(octets: Buffer, { faults, lots }: Luck): Answer {
  if (lots.strikes('garbage', faults.garbage)) {
    return { octets: Buffer.alloc(64, 0xff), then: 'stay' }
  }
  if (faults.badLength && lots.strikes('badLength', faults.badLength.which)) {
    octets.writeUInt32BE(faults.badLength.length, 0)
    return { octets, then: 'stay' }
  }
  const { drop } = faults
  if (drop && drop.when !== 'before' && lots.strikes('drop', drop.which)) {
    const written = drop.when === 'halfway' ? octets.subarray(0, octets.length / 2) : octets
    return { octets: written, then: 'break' }
  }
  return { octets, then: lots.strikes('unbind', faults.unbind) ? 'leave' : 'stay' }
}
