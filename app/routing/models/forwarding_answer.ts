import { ForwardingAnswerSchema } from '#database/schema'

/**
 * Kurumun cevabı: what an outside body answered to a forwarding, or that it answers the petitioner
 * itself. Its words stand on the step, where the petitioner reads them.
 */
export class ForwardingAnswer extends ForwardingAnswerSchema {}
