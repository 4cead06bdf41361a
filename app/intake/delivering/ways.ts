/**
 * How an answer reaches somebody: opened by number and code, handed over against a signature, by the
 * slip that the post brings back, or through the muhtar. An e-mail that was opened is none.
 */
export type DeliveryWay = 'lookUp' | 'counter' | 'post' | 'headman'
