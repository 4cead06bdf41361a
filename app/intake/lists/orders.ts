/** What the queue may be ordered by, where it is not by urgency and last day. */
export const ORDERS = ['lastDay', 'subject', 'place', 'unit'] as const
export type ChosenOrder = (typeof ORDERS)[number]
