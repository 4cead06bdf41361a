import { blindIndex } from '#shared/keys'

/** What leaves the house by itself. */
export type MessageChannel = 'sms' | 'email'
/** `hand`: a letter or a visit, which is somebody's task from the beginning. */
export type Channel = MessageChannel | 'hand'

/** What a recipient is found by without being read. */
export function recipientIndex(channel: Channel, recipient: string) {
  if (channel === 'sms') return blindIndex('phone', recipient)
  return blindIndex('email', recipient.toLowerCase())
}
