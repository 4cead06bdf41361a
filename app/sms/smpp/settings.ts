import { type Address } from '../flow/opened.ts'
import { type SessionTimes } from '../flow/session.ts'
import { type WindowSettings } from '../flow/window.ts'

/** How to reach an operator's SMS centre. */
export interface SmppSessionSettings extends WindowSettings, Address {
  systemId: string
  password: string
  systemType?: string
  times?: Partial<SmppTimes>
}

/** All in milliseconds. */
export interface SmppTimes extends SessionTimes {
  connect: number
  bind: number
  /** Of a submit_sm; after it the connection is suspect. */
  response: number
  /** Nothing heard: ask whether the other side is alive. */
  silence: number
  /** For the answer to that. */
  alive: number
  /** Between binds with a password that was refused. */
  refused: number
  unbind: number
}

export const SMPP_TIMES: SmppTimes = {
  connect: 10_000,
  bind: 10_000,
  response: 30_000,
  silence: 30_000,
  alive: 10_000,
  backOff: { first: 1_000, last: 60_000 },
  refused: 60_000,
  alarm: 600_000,
  throttle: { first: 1_000, last: 30_000 },
  drain: 10_000,
  unbind: 2_000,
}
