/** By post, handed over in the bureau or at the door, or through the muhtar. */
export type LetterWay = 'post' | 'counter' | 'headman'

/** A letter waits, is on its way, and then has come back, has arrived, or is not needed any more. */
export type LetterState = 'waiting' | 'posted' | 'returned' | 'delivered' | 'dropped'

/** Somebody has still to do something. */
export const OPEN_LETTER: readonly LetterState[] = ['waiting', 'posted']

/** Why the post brings a letter back. */
export const LETTER_FAULTS = ['moved', 'unknown', 'absent', 'refused', 'address'] as const
export type LetterFault = (typeof LETTER_FAULTS)[number]

/** How it goes on with a letter that came back. */
export const NEXT_WAYS = ['address', 'counter', 'headman', 'none'] as const
