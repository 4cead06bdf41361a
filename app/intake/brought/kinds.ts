/** What somebody brings (tür). */
export const KINDS = [
  'request',
  'complaint',
  'tipOff',
  'suggestion',
  'informationRequest',
  // Of a person about their own data, law 6698 art. 13: taken at the desk, which sees who asks.
  'dataRequest',
  'thanks',
] as const
export type Kind = (typeof KINDS)[number]
/** What somebody can bring without being seen by an officer. */
export const WEB_KINDS = KINDS.filter((kind) => kind !== 'dataRequest')

export const CHANNELS = [
  ...(['desk', 'web', 'mobile', 'phone', 'letter', 'email', 'publicDay', 'api'] as const),
] as const
export type Channel = (typeof CHANNELS)[number]
