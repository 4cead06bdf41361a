import { type BackOff } from './back_off.ts'

/** The waits that an operator asks for when we are too fast, each longer than the one before. */
export class Throttle {
  isOn = false

  constructor(
    private readonly waits: BackOff,
    private readonly over: () => void
  ) {}

  /**
   * Answers to what was sent before it began do not lengthen it.
   * @param atLeast in milliseconds, where the operator says how long
   */
  begin(atLeast = 0) {
    if (this.isOn) return
    this.isOn = true
    const end = () => {
      this.isOn = false
      this.over()
    }
    setTimeout(end, Math.max(atLeast, this.waits.next())).unref()
  }

  /** Something was accepted: the next wait is a short one. */
  forget() {
    this.waits.reset()
  }
}
