import { BackOff } from './back_off.ts'

/** The pauses that an operator asks for when we are too fast, each longer than the one before. */
export class Pause {
  isOn = false

  private readonly waits: BackOff

  /** @param waits from the first to the longest, in milliseconds. */
  constructor(
    waits: { first: number; last: number },
    private readonly over: () => void
  ) {
    this.waits = new BackOff(waits)
  }

  /** Answers to what was sent before a pause began do not lengthen it. */
  begin() {
    if (this.isOn) return
    this.isOn = true
    setTimeout(() => {
      this.isOn = false
      this.over()
    }, this.waits.next()).unref()
  }

  /** Something was accepted: the next pause is a short one. */
  forget() {
    this.waits.reset()
  }
}
