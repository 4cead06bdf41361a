/**
 * How a proposal ended: it came; nothing of it could be shown; too little was left to be sent; too late;
 * nobody there; out of the house; another answer than was asked for; the petition changed meanwhile.
 */
export const ENDINGS = [
  'given',
  'dropped',
  'little',
  'slow',
  'away',
  'foreign',
  'wrong',
  'over',
] as const
export type Ended = (typeof ENDINGS)[number]
