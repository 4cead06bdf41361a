import { BaseReporter } from '@japa/runner/core'
import type { SuiteEndNode, SuiteStartNode, TestEndNode } from '@japa/runner/types'
import { relative } from 'node:path'

/** Files that take less, in seconds, are nobody's wait; and how many are named. */
const WORTH_NAMING = 5
const NAMED = 12

/**
 * What a person needs from a run: a line for each suite, its slowest files, each failure at once and
 * again in full at the end, why something was skipped, and a closing line that a machine can read too.
 */
export class ClosingLine extends BaseReporter {
  #started = 0
  #suite = { passed: 0, failed: 0, skipped: 0 }
  #reasons = new Map<string, number>()
  #last = 0
  #seconds = new Map<string, number>()

  onSuiteStart(_: SuiteStartNode) {
    this.#started = this.#last = performance.now()
    this.#seconds = new Map()
    this.#suite = { passed: 0, failed: 0, skipped: 0 }
  }

  onTestEnd(test: TestEndNode) {
    this.#noteTime()
    if (test.isSkipped || test.isTodo) {
      this.#suite.skipped++
      const reason = test.skipReason ?? (test.isTodo ? 'not written yet' : 'no reason given')
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
    } else if (test.hasError) {
      this.#suite.failed++
      console.log(`  ✖ ${relative('.', this.currentFileName ?? '')}: ${test.title.expanded}`)
    } else {
      this.#suite.passed++
    }
  }

  onSuiteEnd(suite: SuiteEndNode) {
    const { passed, failed, skipped } = this.#suite
    if (passed + failed + skipped > 0) {
      const seconds = ((performance.now() - this.#started) / 1000).toFixed(1)
      console.log(`  ${suite.name}: ${line(passed, failed, skipped)} (${seconds} s)`)
      const slowest = this.#slowest()
      if (slowest) console.log(`    longest: ${slowest}`)
    }
  }

  async end() {
    const summary = this.runner!.getSummary()
    await this.printErrors(summary)
    this.#reasons.forEach((count, reason) => console.log(`  skipped ${count}: ${reason}`))

    const { passed, regression, failed, skipped, todo } = summary.aggregates
    const brokenOutsideATest = summary.hasError && failed === 0 ? 1 : 0
    console.log(line(passed + regression, failed + brokenOutsideATest, skipped + todo))
  }

  /** What goes by between two ends is the second test's, with all that was made ready for it. */
  #noteTime() {
    const file = relative('tests', this.currentFileName ?? '').replace(/\.spec\.\w+$/, '')
    const now = performance.now()
    this.#seconds.set(file, (this.#seconds.get(file) ?? 0) + (now - this.#last) / 1000)
    this.#last = now
  }

  #slowest() {
    return [...this.#seconds]
      .filter(([, seconds]) => seconds >= WORTH_NAMING)
      .sort(([, one], [, other]) => other - one)
      .slice(0, NAMED)
      .map(([file, seconds]) => `${file} ${seconds.toFixed(0)} s`)
      .join(', ')
  }
}

/** The form of the closing line, here and in bin/test_all.ts. */
export function line(passed: number, failed: number, skipped: number) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

export const CLOSING_LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m

/** The form of the line that names a failure as soon as it is there. */
export const FAILED = /^ {2}✖ .+$/gm
