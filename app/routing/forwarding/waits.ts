/** What a forwarding waits for, in this order: its letter's number, its being sent, the body's answer. */
export const WAITS = ['number', 'sending', 'answer'] as const
export type Waits = (typeof WAITS)[number]

interface Done {
  documentNumber: string | null
  isSent: boolean
  isAnswered: boolean
}

/** Null: nothing more is to be done here. */
export function waitsFor({ documentNumber, isSent, isAnswered }: Done): Waits | null {
  if (isAnswered) return null
  if (!documentNumber) return 'number'
  return isSent ? 'answer' : 'sending'
}
