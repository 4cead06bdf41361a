/** What leaves the house by itself. */
export type MessageChannel = 'sms' | 'email'
/** `hand`: a letter or a visit, which is somebody's task from the beginning. */
export type Channel = MessageChannel | 'hand'
