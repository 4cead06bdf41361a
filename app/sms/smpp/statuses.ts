/** What a command_status means for the message and for the session. */
export type Meaning =
  | 'accepted'
  /** Try the message again, a few times. */
  | 'temporary'
  /** This message will never be accepted. */
  | 'permanent'
  /** Our settings are wrong: every message would be refused. */
  | 'configuration'
  /** The centre has forgotten our bind. */
  | 'rebind'
  /** We are too fast; the attempt does not count. */
  | 'throttled'
  /** Not foreseen: permanent for the message, with an alarm. */
  | 'unknown'

interface Status {
  name: string
  submit?: Meaning
  /** On bind: is the fault ours (an alarm at once), or does patience help? */
  bind?: 'credentials'
}

/** SMPP 3.4 §5.1.3, with what Turkish operators mean by it. */
const STATUSES: Record<number, Status> = {
  0x00: { name: 'ESME_ROK', submit: 'accepted' },
  0x01: { name: 'ESME_RINVMSGLEN' },
  0x02: { name: 'ESME_RINVCMDLEN' },
  0x03: { name: 'ESME_RINVCMDID' },
  0x04: { name: 'ESME_RINVBNDSTS', submit: 'rebind' },
  0x05: { name: 'ESME_RALYBND' },
  0x08: { name: 'ESME_RSYSERR', submit: 'temporary' },
  0x0a: { name: 'ESME_RINVSRCADR', submit: 'configuration' },
  0x0b: { name: 'ESME_RINVDSTADR', submit: 'permanent' },
  0x0d: { name: 'ESME_RBINDFAIL' },
  0x0e: { name: 'ESME_RINVPASWD', bind: 'credentials' },
  0x0f: { name: 'ESME_RINVSYSID', bind: 'credentials' },
  0x14: { name: 'ESME_RMSGQFUL', submit: 'throttled' },
  0x33: { name: 'ESME_RINVNUMDESTS', submit: 'permanent' },
  0x45: { name: 'ESME_RSUBMITFAIL', submit: 'temporary' },
  0x48: { name: 'ESME_RINVSRCTON', submit: 'configuration' },
  0x50: { name: 'ESME_RINVDSTTON', submit: 'configuration' },
  0x53: { name: 'ESME_RINVSYSTYP', submit: 'configuration' },
  0x58: { name: 'ESME_RTHROTTLED', submit: 'throttled' },
  0x61: { name: 'ESME_RINVSCHED', submit: 'permanent' },
  0x62: { name: 'ESME_RINVEXPIRY' },
  0x64: { name: 'ESME_RX_T_APPN', submit: 'temporary' },
  0x65: { name: 'ESME_RX_P_APPN', submit: 'permanent' },
  0x66: { name: 'ESME_RX_R_APPN', submit: 'permanent' },
  0xfe: { name: 'ESME_RDELIVERYFAILURE', submit: 'temporary' },
  0xff: { name: 'ESME_RUNKNOWNERR', submit: 'temporary' },
}

/** Of a receipt that cannot be written down for now: ESME_RX_T_APPN, and the operator says it again. */
export const SAY_AGAIN = 0x64
export const UNKNOWN_COMMAND = 0x03
export const BAD_LENGTH = 0x02

export function meaningOfSubmit(status: number): Meaning {
  return STATUSES[status]?.submit ?? 'unknown'
}

export function isWrongCredentials(status: number): boolean {
  return STATUSES[status]?.bind === 'credentials'
}

/** `ESME_RTHROTTLED`, or the number where the specification has no name: `0x0000040A`. */
export function statusName(status: number): string {
  return STATUSES[status]?.name ?? `0x${status.toString(16).toUpperCase().padStart(8, '0')}`
}
