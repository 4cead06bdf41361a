/** One line of what the measurement prints. */
interface Figure {
  what: string
  value: string
  aim?: string
  isReached?: boolean
  remark?: string
}

/** The table that the measurement ends with; what was not reached is said as plainly as what was. */
export class Table {
  readonly #parts = new Map<string, Figure[]>()

  /** A figure without an aim of its own. */
  note(part: string, what: string, value: string, remark?: string) {
    this.#add(part, { what, value, remark })
  }

  add(part: string, what: string, value: string, aim: string, isReached: boolean, remark?: string) {
    this.#add(part, { what, value, aim, isReached, remark })
  }

  get missed() {
    return [...this.#parts.values()].flat().some(({ isReached }) => isReached === false)
  }

  print() {
    const figures = [...this.#parts.values()].flat()
    const wide = (key: 'what' | 'value' | 'aim') =>
      Math.max(...figures.map((figure) => (figure[key] ?? '').length))
    const [what, value, aim] = [wide('what'), wide('value'), wide('aim')]
    for (const [part, own] of this.#parts) {
      console.log(`\n${part}`)
      for (const figure of own) {
        const reached = { true: 'reached', false: 'NOT REACHED' }[String(figure.isReached)] ?? ''
        const cells = [figure.what.padEnd(what), figure.value.padEnd(value)]
        console.log(`  ${[...cells, (figure.aim ?? '').padEnd(aim), reached].join('  ').trimEnd()}`)
        if (figure.remark) console.log(`      ${figure.remark}`)
      }
    }
  }

  #add(part: string, figure: Figure) {
    this.#parts.set(part, [...(this.#parts.get(part) ?? []), figure])
  }
}

export function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!
}
