import { Broken, type Fault } from '../flow/fault.ts'
import { type Pdu } from './pdu.ts'

/** The connection went before the answer came. */
export class ConnectionLost extends Broken {
  /** @param written whether the other side may have read the question. */
  constructor(
    fault: Fault,
    readonly written: boolean
  ) {
    super(fault)
  }
}

interface Question {
  command: string
  answered(pdu: Pdu): void
  lost(fault: ConnectionLost): void
}

const LAST_SEQUENCE = 0x7fff_ffff

/** What was asked over one connection and is not answered yet. */
export class Questions {
  private readonly asked = new Map<number, Question>()
  private sequence = 0

  get areAnswered(): boolean {
    return this.asked.size === 0
  }

  nextSequence(): number {
    do this.sequence = (this.sequence % LAST_SEQUENCE) + 1
    while (this.asked.has(this.sequence))
    return this.sequence
  }

  /**
   * Resolves with the answer, whatever its status; `late` is called when none came in time.
   * @param within in milliseconds
   * @throws ConnectionLost
   */
  put(sequence: number, command: string, within: number, late: () => void): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(late, within)
      const settled = () => {
        clearTimeout(timer)
        this.asked.delete(sequence)
      }
      this.asked.set(sequence, {
        command,
        answered: (pdu) => (settled(), resolve(pdu)),
        lost: (fault) => (settled(), reject(fault)),
      })
    })
  }

  /** Whether somebody asked for that. */
  settle(pdu: Pdu): boolean {
    const question = this.asked.get(pdu.sequence_number)
    if (!question) return false
    const { command } = question
    if (pdu.command !== 'generic_nack' && pdu.command !== `${command}_resp`) return false
    question.answered(pdu)
    return true
  }

  /** No answer comes any more. */
  lose(fault: Fault) {
    for (const question of this.asked.values()) question.lost(new ConnectionLost(fault, true))
  }
}
