import { type Log } from '../log.ts'
import { type Alarm } from './alarm.ts'
import { inWords } from './fault.ts'

/** Why somebody should look: each alarm ends with its own cause, a link's with the link. */
export class Alarms {
  private ofLink: Alarm | null = null
  private ofMessages: Alarm | null = null

  constructor(private readonly log: Log) {}

  get current(): Alarm | null {
    return this.ofLink ?? this.ofMessages
  }

  raise(alarm: Alarm) {
    if (isOfLink(alarm)) this.ofLink = alarm
    else this.ofMessages = alarm
    this.log.error({ alarm: inWords(alarm) }, 'SMS session needs somebody')
  }

  endOfLink(kind: 'noLink' | 'credentials') {
    if (this.ofLink?.kind === kind) this.ofLink = null
  }

  endOfMessages() {
    this.ofMessages = null
  }

  clear() {
    this.ofLink = null
    this.ofMessages = null
  }
}

function isOfLink({ kind }: Alarm) {
  return kind === 'noLink' || kind === 'credentials'
}
