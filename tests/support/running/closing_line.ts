import { BaseReporter } from '@japa/runner/core'
import type { SuiteEndNode, SuiteStartNode, TestEndNode } from '@japa/runner/types'
import { relative } from 'node:path'

/**
 * What a person needs from a run: a line for each suite, each failure at once and again in full at
 * the end, why something was skipped, and a closing line that a machine can read as well.
 */
export class ClosingLine extends BaseReporter {
  #started = 0
  #suite = { passed: 0, failed: 0, skipped: 0 }
  #reasons = new Map<string, number>()

  onSuiteStart(_: SuiteStartNode) {
    this.#started = performance.now()
    this.#suite = { passed: 0, failed: 0, skipped: 0 }
  }

  onTestEnd(test: TestEndNode) {
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
}

/** The form of the closing line, here and in bin/test_all.ts. */
export function line(passed: number, failed: number, skipped: number) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

export const CLOSING_LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m
