import smpp from 'smpp'

smpp.PDU.maxLength = 70_000

/**
 * A PDU with its fields as they are on the wire: texts are Buffers, times strings. The package's own
 * conversions are off; they garble Turkish and read `_` in a receipt as `§`.
 */
export class Pdu extends smpp.PDU {
  protected override _filter() {}

  /** A text field without what follows it: some centres forget the final NUL of a TLV. */
  text(field: string): string {
    const value = this[field]
    return typeof value === 'string' ? value.replace(/[\u0000-\u001f].*$/s, '') : ''
  }

  number(field: string): number | undefined {
    const value = this[field]
    return typeof value === 'number' ? value : undefined
  }

  octets(field: string): Buffer {
    const value = this[field]
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0)
  }
}
