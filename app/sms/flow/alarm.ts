export const ALARMS = [
  /** The other side does not accept who we say we are. */
  'credentials',
  /** Our settings are wrong: every message would be refused. */
  'setting',
  /** Nobody has answered for a long time. */
  'noLink',
  /** It has taken no message for a long time. */
  'throttled',
  /** It gave a status that no list has. */
  'unforeseen',
  /** It said neither yes nor no. */
  'unclear',
] as const

/** Why somebody should look at a gateway now. */
export interface Alarm {
  kind: (typeof ALARMS)[number]
  /** What the other side calls it: `ESME_RINVSRCADR`, `http_401`. */
  status?: string
}
