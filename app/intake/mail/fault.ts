/** Why a mailbox cannot be read, in words that hold nothing of what anybody wrote. */
export const FAULTS = [
  'connect',
  'secrecy',
  'login',
  'folder',
  'authority',
  'disk',
  'lost',
  'other',
] as const
export type Fault = (typeof FAULTS)[number]

/** The bureau’s disk or database could not keep a file: later. */
export class NotKept extends Error {}

/** Another process reads the mailbox now. */
export class LostMailbox extends Error {}

/** The folder that the settings name is not there. */
export class NoFolder extends Error {}

const CONNECTING =
  /^(E(CONN|HOST|NET|PIPE|AI_|TIMEDOUT|NOTFOUND|ADDR|Connection)|NoConnection|Closed|\w*TIMEOUT|StateLogout)/
const SECRECY = /^(ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|EPROTO|STARTTLS)/

export function faultOf(error: unknown): Fault {
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
  } = (error ?? {}) as Partial<Record<string, unknown>>
  if (error instanceof NotKept) return 'disk'
  if (error instanceof NoFolder) return 'folder'
  if (error instanceof LostMailbox) return 'lost'
  if (authenticationFailed) return 'login'
  if (tlsFailed || SECRECY.test(`${code}`)) return 'secrecy'
  return CONNECTING.test(`${code}`) ? 'connect' : 'other'
}
