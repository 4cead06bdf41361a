/** Lets some wait until something is different, and others say that it is. */
export class Changes {
  private waiting: (() => void)[] = []

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  tell() {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
