import { InquirySchema } from '#database/schema'

/**
 * Arama kaydı: an officer looked for somebody in the register. What was typed is not kept, only a keyed
 * digest, by which all searches for the same person or petition are found again.
 */
export class Inquiry extends InquirySchema {}
