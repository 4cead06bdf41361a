import { randomUUID } from 'node:crypto'

import { canonicalId, isId } from '../receipts/message_id.ts'
import { type Log } from '../log.ts'
import { judged, UNFORESEEN, type AnswerPatterns } from '../http/answers.ts'
import { type Answer, type HttpRequest } from '../http/client.ts'
import { HttpSession, type HttpSessionSettings, type HttpSlot } from '../http/session.ts'
import {
  halfSent,
  SmsGateway,
  type GatewayState,
  type Outcome,
  type Settle,
  type Sms,
} from '../gateway.ts'
import { isLoopback } from '#shared/network/loopback'

/** One request of a message; a long text may need several. */
export interface Piece {
  /** Ours, known before the company has one of its own. */
  id: string
  request: HttpRequest
}

/** Somebody who takes messages over HTTP: one request, one answer. */
export abstract class WebGateway extends SmsGateway {
  readonly name: string
  protected readonly isLocal: boolean
  protected abstract readonly patterns: AnswerPatterns

  private readonly session: HttpSession

  constructor(
    { name, ...line }: HttpSessionSettings & { name: string },
    protected readonly log: Log
  ) {
    super()
    this.name = name
    this.isLocal = isLoopback(new URL(line.url).hostname)
    this.session = new HttpSession(line, log)
  }

  get state(): GatewayState {
    const { phase, ...rest } = this.session.state
    return { name: this.name, link: phase, ...rest }
  }

  room(): Promise<void> {
    return this.session.room()
  }

  start() {
    this.session.start()
  }

  drain(): Promise<void> {
    return this.session.drain()
  }

  protected abstract pieces(sms: Sms): Piece[]

  /** The id under which a receipt will speak of it. */
  protected abstract idOf(piece: Piece, answer: Answer): string

  protected newId(): string {
    return canonicalId(randomUUID().replaceAll('-', ''))
  }

  protected async carry(sms: Sms, settle: Settle): Promise<void> {
    const slot = await this.session.slot()
    if (!slot) return settle({ kind: 'throttled', status: this.whyNot })
    try {
      await settle(await this.sent(this.pieces(sms), slot))
    } finally {
      slot.release()
    }
  }

  private get whyNot() {
    return this.session.state.phase === 'bound' ? 'throttled' : 'no_link'
  }

  /**
   * One after the other, so that a refused first piece costs nothing more. A pause in the middle is
   * waited for: sending the whole text again would double the pieces that are out.
   */
  private async sent(pieces: Piece[], slot: HttpSlot): Promise<Outcome> {
    const ids: string[] = []
    for (const [index, piece] of pieces.entries()) {
      let outcome = await this.asked(piece, slot)
      while (index > 0 && outcome.kind === 'throttled' && outcome.status !== 'no_link') {
        await this.session.unthrottled()
        outcome = await this.asked(piece, slot)
      }
      if (outcome.kind !== 'sent') return index > 0 ? halfSent(outcome) : outcome
      ids.push(...outcome.ids)
    }
    return { kind: 'sent', ids }
  }

  private async asked(piece: Piece, slot: HttpSlot): Promise<Outcome> {
    const exchange = await slot.ask(piece.request)
    if (exchange.kind === 'unsent') return { kind: 'throttled', status: exchange.why }
    if (exchange.kind === 'ambiguous') return { kind: 'ambiguous', status: exchange.why }
    const outcome = judged(exchange.answer, this.patterns)
    this.heed(outcome, exchange.answer)
    if (outcome.kind !== 'sent') return outcome
    const id = canonicalId(this.idOf(piece, exchange.answer))
    return { kind: 'sent', ids: [isId(id) ? id : piece.id] }
  }

  /** What an answer means for the line itself. */
  private heed(outcome: Outcome, { retryAfter }: Answer) {
    if (outcome.kind === 'sent') return this.session.accepted()
    const { kind, status } = outcome
    this.log.warn({ status }, 'SMS refused')
    if (kind === 'throttled' || kind === 'ambiguous') this.session.ease(status, retryAfter)
    if (kind === 'configuration') this.session.stop(status)
    if (status === UNFORESEEN) this.session.raise({ kind: 'unclear' })
  }
}
