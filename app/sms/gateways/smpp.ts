import { SmsText, type TextOptions } from '../encoding/sms_text.ts'
import { type Fields } from '../smpp/connection.ts'
import { SmppSession } from '../smpp/session.ts'
import { SILENT, type Log } from '../log.ts'
import { loggable } from '../loggable.ts'
import { canonicalId, idsOf, isId, type IdBase } from '../receipts/message_id.ts'
import { type Pdu } from '../smpp/pdu.ts'
import { parseReceipt } from '../receipts/receipt.ts'
import { type SmppSessionSettings } from '../smpp/settings.ts'
import { SessionGateway, type Signed } from './session_gateway.ts'

export interface SmppSettings
  extends SmppSessionSettings, Pick<TextOptions, 'alphabet' | 'suffix'> {
  name: string
  /** The registered sender name (gönderici adı): 3–11 letters and digits of ASCII. */
  source: string
  /** Of seven-bit texts, where the operator asks for another than 0. */
  dataCoding?: number
  receiptIds?: IdBase
}

/** An operator reached over SMPP. */
export class SmppGateway extends SessionGateway<Fields> {
  private reference = Math.floor(Math.random() * 256)

  /** @throws RangeError for a sender name that no operator registers. */
  constructor(
    private readonly settings: SmppSettings,
    log: Log = SILENT
  ) {
    const session = new SmppSession(settings, log)
    super({ ...settings, sender: settings.source }, session, log)
    session.onDeliver = (pdu) => this.delivered(pdu)
  }

  protected parts(sms: Signed): Fields[] {
    const { alphabet, suffix, dataCoding } = this.settings
    const reference = this.nextReference()
    return SmsText.encode(sms.text, { alphabet, suffix, dataCoding, reference }).parts.map(
      (part) => ({
        source_addr_ton: 5,
        source_addr_npi: 0,
        source_addr: sms.sender,
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

/** `YYMMDDhhmmsstnnp` of SMPP 3.4 §7.1.1, in UTC. */
function absoluteTime(date: Date): string {
  return `${date.toISOString().replace(/\D/g, '').slice(2, 14)}000+`
}
