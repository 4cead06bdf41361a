import { statusOf, type Fault } from '../flow/fault.ts'
import { Session, type Result, type SessionTimes } from '../flow/session.ts'
import { type WindowSettings } from '../flow/window.ts'
import { type Log } from '../log.ts'
import { canonicalId, isId } from '../receipts/message_id.ts'
import { judged, UNFORESEEN, type AnswerPatterns } from './answers.ts'
import { HttpClient, type Answer, type ExchangeTimes, type HttpRequest } from './client.ts'

/** How to reach a company that takes messages over HTTP. */
export interface HttpSessionSettings extends WindowSettings {
  url: string
  /** The only certificate authority that is trusted, where it is not one of the usual. */
  ca?: string | Buffer
  times?: Partial<HttpTimes>
}

export type HttpTimes = SessionTimes & ExchangeTimes

const TIMES: HttpTimes = {
  connect: 10_000,
  response: 30_000,
  backOff: { first: 1_000, last: 60_000 },
  alarm: 600_000,
  throttle: { first: 1_000, last: 30_000 },
  drain: 10_000,
}

/** One request of a message; a long text may need several. */
export interface HttpPart {
  /** Ours, known before the company has one of its own. */
  id: string
  request: HttpRequest
  /** The id under which a receipt will speak of it; absent: ours. */
  idIn?: (answer: Answer) => string
}

/**
 * Our side of a company's HTTP interface. There is no link to keep, so reaching the host stands for
 * it: connecting → bound → (a request finds nobody) → idle → connecting … and what waits goes on
 * waiting meanwhile, instead of using up its tries.
 */
export class HttpSession extends Session<HttpPart, HttpTimes> {
  private readonly client: HttpClient
  /** Ends what is under way. */
  private hurry = new AbortController()

  constructor(
    settings: HttpSessionSettings,
    private readonly patterns: AnswerPatterns,
    log: Log
  ) {
    super(settings, { ...TIMES, ...settings.times }, log)
    this.client = new HttpClient(new URL(settings.url), this.times, settings.ca)
  }

  protected get canSend(): boolean {
    return this.phase === 'bound' || this.phase === 'draining'
  }

  protected async link(): Promise<number> {
    this.enter('connecting')
    const fault = await this.client.reach(this.ending.signal)
    if (fault) this.note(fault)
    else if (!this.isLeaving) await this.bound()
    return this.backOff.next()
  }

  /** What is under way is awaited, unless the time for it is over. */
  protected async leave({ kind }: Fault) {
    this.ending.abort()
    if (kind === 'drained') this.hurry.abort()
    this.enter('closed')
  }

  protected async send({ id, request, idIn }: HttpPart): Promise<Result> {
    const exchange = await this.client.ask(request, this.hurry.signal)
    if (exchange.kind !== 'answered') return this.broken(exchange)
    const { answer } = exchange
    const result = judged(answer, this.patterns)
    this.heed(result, answer.retryAfter ?? 0)
    if (result.kind !== 'sent') {
      if (result.status === UNFORESEEN) this.alarms.raise({ kind: 'unclear' })
      return result
    }
    const said = canonicalId(idIn?.(answer) ?? id)
    return { kind: 'sent', ids: [isId(said) ? said : id] }
  }

  /** Until a request finds nobody, or the end. */
  private async bound() {
    if (this.hurry.signal.aborted) this.hurry = new AbortController()
    this.reached()
    this.enter('bound')
    this.log.info({}, 'SMS session bound')
    while (this.canSend) await this.window.changed()
    this.downSince = new Date()
  }

  private broken({ kind, fault }: { kind: 'unsent' | 'ambiguous'; fault: Fault }): Result {
    this.note(fault)
    const status = statusOf(fault)
    if (kind === 'ambiguous') {
      this.window.narrow()
      this.throttle(status)
      return { kind, status }
    }
    if (this.phase === 'bound') this.enter('idle')
    return { kind: 'noLink', status: 'no_link' }
  }
}
