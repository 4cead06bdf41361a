import { Broken, faultOf, statusOf, type Fault } from '../flow/fault.ts'
import { Session, type Result } from '../flow/session.ts'
import { SILENT, type Log } from '../log.ts'
import { canonicalId, isId } from '../receipts/message_id.ts'
import { Connection, type Fields } from './connection.ts'
import { type Pdu } from './pdu.ts'
import { ConnectionLost } from './questions.ts'
import { SMPP_TIMES, type SmppSessionSettings, type SmppTimes } from './settings.ts'
import { isWrongCredentials, meaningOfSubmit, SAY_AGAIN, statusName } from './statuses.ts'

const VERSION_3_4 = 0x34

/** The centre does not let us in. */
class BindRefused extends Broken {
  constructor(readonly status: number) {
    super({ kind: 'bind_refused', status: statusName(status) })
  }
}

/** Our side of SMPP 3.4 with one SMS centre, as a transceiver; its parts are the fields of submit_sm. */
export class SmppSession extends Session<Fields, SmppTimes> {
  /**
   * Called with every deliver_sm. It is acknowledged after the promise resolves with true; false: it
   * was no receipt, acknowledged too; rejected: the centre is asked to try again.
   */
  onDeliver: (pdu: Pdu) => Promise<boolean> = async () => false

  private connection: Connection | null = null

  constructor(
    private readonly settings: SmppSessionSettings,
    log: Log = SILENT
  ) {
    super(settings, { ...SMPP_TIMES, ...settings.times }, log)
  }

  /** A connection that has ended is noticed here before the phase says so. */
  protected get canSend(): boolean {
    return this.connection?.isEnding === false
  }

  protected async link(): Promise<number> {
    try {
      const connection = await this.connect()
      await this.bind(connection)
      return await this.over(connection)
    } catch (error) {
      this.note(faultOf(error))
      const isOurs = error instanceof BindRefused && isWrongCredentials(error.status)
      if (!isOurs) return this.backOff.next()
      this.alarms.raise({ kind: 'credentials', status: error.fault.status })
      // Such binds lock an account when they are tried too often; any other refusal may pass.
      return this.times.refused
    }
  }

  protected async leave(why: Fault) {
    this.ending.abort()
    const { connection } = this
    if (!connection) return
    if (this.phase === 'bound') this.enter('draining')
    await connection.ask('unbind', {}, this.times.unbind).catch(() => {})
    connection.end(why)
  }

  protected async send(fields: Fields): Promise<Result> {
    const connection = this.connection!
    try {
      const answer = await connection.ask('submit_sm', fields, this.times.response)
      this.reached()
      const result = this.resultOf(answer, connection)
      this.heed(result)
      return result
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      const status = statusOf(error.fault)
      return { kind: error.written ? 'ambiguous' : 'noLink', status }
    }
  }

  private async connect(): Promise<Connection> {
    this.enter('connecting')
    const connection = await Connection.open(this.settings, this.times, this.ending.signal)
    connection.onRequest = (pdu) => this.answer(connection, pdu)
    connection.onUnreadable = (command) =>
      this.note({ kind: 'unreadable_request', status: command })
    connection.onAlive = () => this.reached()
    this.connection = connection
    return connection
  }

  /** Introduces us, for sending and for receipts. @throws BindRefused, ConnectionLost */
  private async bind(connection: Connection) {
    this.enter('binding')
    const { systemId, password, systemType = '', host } = this.settings
    const who = { system_id: systemId, password, system_type: systemType }
    const fields = { ...who, interface_version: VERSION_3_4 }
    const answer = await connection.ask('bind_transceiver', fields, this.times.bind)
    if (answer.command_status !== 0) {
      const refused = new BindRefused(answer.command_status)
      connection.end(refused.fault)
      throw refused
    }
    this.alarms.endOfLink('credentials')
    if (this.isLeaving) return
    this.enter('bound')
    this.log.info({ host }, 'SMS session bound')
  }

  /** A link that held long enough begins its back-off anew. */
  private async over(connection: Connection): Promise<number> {
    const why = await connection.closed
    const held = Date.now() - this.since.getTime()
    if (held > this.times.backOff.last) this.backOff.reset()
    this.window.narrow()
    this.downSince ??= new Date()
    this.note(why)
    return this.backOff.next()
  }

  private resultOf(answer: Pdu, connection: Connection): Result {
    const { meaning, status } = meaningOf(answer)
    if (meaning === 'accepted') {
      return { kind: 'sent', ids: [canonicalId(answer.text('message_id'))].filter(isId) }
    }
    if (meaning === 'rebind') {
      connection.finish({ kind: 'refused', status })
      return { kind: 'noLink', status }
    }
    if (meaning !== 'unknown') return { kind: meaning, status }
    this.alarms.raise({ kind: 'unforeseen', status })
    return { kind: 'permanent', status }
  }

  private answer(connection: Connection, pdu: Pdu) {
    if (pdu.command === 'alert_notification') return
    if (pdu.command !== 'deliver_sm') return connection.refuse(pdu)
    return this.onDeliver(pdu).then(
      (isReceipt) => {
        if (!isReceipt) this.replies += 1
        connection.answer(pdu, { message_id: '' })
      },
      () => connection.answer(pdu, { command_status: SAY_AGAIN })
    )
  }
}

/** A refusal without a reason (a generic_nack of status 0) is no success. */
function meaningOf({ command, command_status: code }: Pdu) {
  const isBare = command === 'generic_nack' && code === 0
  return isBare
    ? { meaning: 'unknown' as const, status: command }
    : { meaning: meaningOfSubmit(code), status: statusName(code) }
}
