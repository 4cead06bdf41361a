import { Broken } from '../flow/fault.ts'
import { type Connection } from './connection.ts'
import { type SmppSessionSettings } from './settings.ts'
import { isWrongCredentials, statusName } from './statuses.ts'

const VERSION_3_4 = 0x34

/** The centre does not let us in. */
export class BindRefused extends Broken {
  /** Such binds lock an account when they are tried too often; any other refusal may pass. */
  readonly isWrongCredentials: boolean

  constructor(status: number) {
    super({ kind: 'bind_refused', status: statusName(status) })
    this.isWrongCredentials = isWrongCredentials(status)
  }
}

/**
 * Introduces us, for sending and for receipts.
 * @param within in milliseconds.
 * @throws BindRefused, ConnectionLost
 */
export async function bind(connection: Connection, settings: SmppSessionSettings, within: number) {
  const { systemId, password, systemType = '' } = settings
  const who = { system_id: systemId, password, system_type: systemType }
  const fields = { ...who, interface_version: VERSION_3_4 }
  const { command_status: status } = await connection.ask('bind_transceiver', fields, within)
  if (status === 0) return
  const refused = new BindRefused(status)
  connection.end(refused.fault)
  throw refused
}
