/** Of all, this share (1 is the whole) gets this; what is left over gets the last one. */
export type Shares<T> = readonly (readonly [share: number, value: T])[]

/**
 * Draws by arithmetic, so that the same number always comes to the same fate and no row is made by
 * hand: a number times a prime, modulo another prime of its own for each thing that is drawn. What is
 * drawn apart therefore falls together as seldom as by chance.
 */
const DRAWS = {
  unit: [5003, 9973],
  subject: [7411, 9967],
  outcome: [6151, 9949],
  lag: [3571, 9941],
  open: [4517, 9931],
  kind: [2741, 9929],
  person: [8627, 9923],
  about: [1931, 9907],
  circle: [4093, 9901],
  returned: [6911, 9887],
  lasting: [2011, 9883],
  told: [3307, 9871],
} as const
export type Draw = keyof typeof DRAWS

/** The draws of a number `n`, as columns. */
export function draws() {
  return Object.entries(DRAWS).map(
    ([name, [factor, modulus]]) => `((n + ${factor}) * ${factor}) % ${modulus} as d_${name}`
  )
}

/** Whether a number is among this share, in SQL. */
export function among(draw: Draw, share: number) {
  return `d_${draw} < ${Math.round(share * DRAWS[draw][1])}`
}

/** What a number gets of these, in SQL; text is quoted. */
export function pick<T extends string | number | null>(draw: Draw, shares: Shares<T>) {
  let sum = 0
  const cases = shares.map(([share, value]) => {
    sum += share
    return [`when ${among(draw, sum)} then ${literal(value)}`, value] as const
  })
  return `case ${cases.map(([one]) => one).join(' ')} else ${literal(shares.at(-1)![1])} end`
}

export function literal(value: string | number | null) {
  return typeof value === 'string' ? `'${value}'` : String(value)
}

/**
 * One that has a great share, and the rest falling evenly, each by the same factor, to the least.
 * The sum may be less than one: what is left over is the caller's.
 */
export function falling<T>(values: readonly T[], first: number, second: number, least: number) {
  const [greatest, ...others] = values
  const factor = (least / second) ** (1 / Math.max(1, others.length - 1))
  const rest = others.map((value, at) => [second * factor ** at, value] as const)
  return [[first, greatest!] as const, ...rest]
}
