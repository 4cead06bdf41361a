import { DeliveryReceiptSchema } from '#database/schema'

/** İletim raporu: what an operator said about one part, as it came, before anybody looked. */
export class DeliveryReceipt extends DeliveryReceiptSchema {}
