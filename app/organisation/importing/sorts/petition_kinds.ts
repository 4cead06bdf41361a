import { Matched } from './matched.ts'

/** What petitions are, as files say it. */
export const PETITION_KIND = new Matched({
  request: 'İstek',
  complaint: 'Şikâyet',
  tipOff: 'İhbar',
  suggestion: 'Öneri',
  informationRequest: 'Bilgi isteme',
  thanks: 'Teşekkür',
})
