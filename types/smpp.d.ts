/**
 * The part of smpp 0.5.1 that we use: its PDU codec. Its session loses callbacks and goes deaf, its
 * string encoding is wrong for Turkish; neither is declared, so that neither is used by accident.
 */
declare module 'smpp' {
  type Field = string | number | Buffer

  class PDU {
    /** PDUs longer than this are refused with an exception, in octets. */
    static maxLength: number

    /** @param command a command's name with its fields, or the octets of a whole PDU. */
    constructor(command: string | Buffer, fields?: Record<string, Field>)

    /** `unknown` for a command id that the package does not know. */
    command: string
    command_id: number
    command_status: number
    sequence_number: number

    isResponse(): boolean
    toBuffer(): Buffer

    /** Rewrites texts and times on the way in and out. */
    protected _filter(direction: 'encode' | 'decode'): void

    /** Mandatory fields and TLVs by their names in the specification. */
    [field: string]: unknown
  }

  const smpp: { PDU: typeof PDU }
  export default smpp
}
