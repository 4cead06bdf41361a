import { SmsText, type TextOptions } from '../encoding/sms_text.ts'
import { SmppSession, type Slot } from '../smpp/session.ts'
import { SILENT, type Log } from '../log.ts'
import { loggable } from '../loggable.ts'
import { canonicalId, idsOf, isId, type IdBase } from '../receipts/message_id.ts'
import { type Pdu } from '../smpp/pdu.ts'
import { parseReceipt } from '../receipts/receipt.ts'
import { type SmppSessionSettings } from '../smpp/settings.ts'
import { type SubmitResult } from '../smpp/submit_result.ts'
import {
  halfSent,
  SmsGateway,
  type GatewayState,
  type Outcome,
  type Settle,
  type Sms,
} from '../gateway.ts'
import { isLoopback } from '#shared/network/loopback'
import { senderName } from './sender_name.ts'

export interface SmppSettings
  extends SmppSessionSettings, Pick<TextOptions, 'alphabet' | 'suffix'> {
  name: string
  /** The registered sender name (gönderici adı): 3–11 letters and digits of ASCII. */
  source: string
  /** Of seven-bit texts, where the operator asks for another than 0. */
  dataCoding?: number
  receiptIds?: IdBase
}

/** An operator reached over SMPP. A text of several parts is one message with one outcome. */
export class SmppGateway extends SmsGateway {
  readonly name: string
  protected readonly isLocal: boolean

  private readonly session: SmppSession
  private reference = Math.floor(Math.random() * 256)

  /** @throws RangeError for a sender name that no operator registers. */
  constructor(
    private readonly settings: SmppSettings,
    protected readonly log: Log = SILENT
  ) {
    super()
    senderName(settings.source)
    this.name = settings.name
    this.isLocal = isLoopback(settings.host)
    this.session = new SmppSession(settings, log)
    this.session.onDeliver = (pdu) => this.delivered(pdu)
  }

  get state(): GatewayState {
    const { phase, ...rest } = this.session.state
    return { name: this.name, link: phase, ...rest }
  }

  room(): Promise<void> {
    return this.session.room()
  }

  start() {
    this.session.start()
  }

  drain(): Promise<void> {
    return this.session.drain()
  }

  protected async carry(sms: Sms, settle: Settle): Promise<void> {
    const slot = await this.session.slot()
    if (!slot) {
      const status = this.session.state.phase === 'bound' ? 'throttled' : 'no_link'
      return settle({ kind: 'throttled', status })
    }
    try {
      await settle(await this.submitted(sms, slot))
    } finally {
      slot.release()
    }
  }

  /**
   * Part after part, so that a refused first part costs nothing more. A pause in the middle is waited
   * for: sending the whole text again would double the parts that are out.
   */
  private async submitted(sms: Sms, slot: Slot): Promise<Outcome> {
    const ids: string[] = []
    for (const [index, fields] of this.submits(sms).entries()) {
      let result = await slot.submit(fields)
      while (index > 0 && isPause(result)) {
        await this.session.unthrottled()
        result = await slot.submit(fields)
      }
      if (result.kind !== 'answered' || result.meaning !== 'accepted') {
        return index > 0 ? halfSent(refused(result)) : refused(result)
      }
      const id = canonicalId(result.id)
      if (isId(id)) ids.push(id)
    }
    return { kind: 'sent', ids }
  }

  private submits(sms: Sms) {
    const { alphabet, suffix, dataCoding, source } = this.settings
    const reference = this.nextReference()
    return SmsText.encode(sms.text, { alphabet, suffix, dataCoding, reference }).parts.map(
      (part) => ({
        source_addr_ton: 5,
        source_addr_npi: 0,
        source_addr: source,
        dest_addr_ton: 1,
        dest_addr_npi: 1,
        destination_addr: sms.to.slice(1),
        esm_class: part.esmClass,
        registered_delivery: 1,
        validity_period: sms.expiresAt ? absoluteTime(sms.expiresAt) : '',
        data_coding: part.dataCoding,
        short_message: part.body,
      })
    )
  }

  private async delivered(pdu: Pdu): Promise<boolean> {
    const parsed = parseReceipt(pdu)
    if (!parsed) return false
    const { ids: said, unforeseen, ...receipt } = parsed
    const ids = said.filter((id) => isId(canonicalId(id)))
    if (ids.length === 0) {
      this.log.warn({}, 'SMS receipt with an id that no message has')
      return true
    }
    if (unforeseen) {
      this.log.warn({ state: loggable(unforeseen) }, 'SMS receipt with an unforeseen state')
    }
    await this.told({
      gateway: this.name,
      ...idsOf(ids, this.settings.receiptIds ?? 'exact'),
      ...receipt,
    })
    return true
  }

  private nextReference(): number {
    this.reference = (this.reference + 1) % 256
    return this.reference
  }
}

function isPause(result: SubmitResult): boolean {
  if (result.kind === 'unsent') return result.why === 'throttled'
  return result.kind === 'answered' && result.meaning === 'throttled'
}

function refused(result: SubmitResult): Outcome {
  if (result.kind === 'unsent') return { kind: 'throttled', status: result.why }
  if (result.kind === 'ambiguous') return { kind: 'ambiguous', status: result.why }
  const { meaning, status } = result
  if (meaning === 'rebind') return { kind: 'throttled', status }
  if (meaning === 'accepted' || meaning === 'unknown') return { kind: 'permanent', status }
  return { kind: meaning, status }
}

/** `YYMMDDhhmmsstnnp` of SMPP 3.4 §7.1.1, in UTC. */
function absoluteTime(date: Date): string {
  return `${date.toISOString().replace(/\D/g, '').slice(2, 14)}000+`
}
