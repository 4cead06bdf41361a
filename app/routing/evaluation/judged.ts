/** What was said of one text: units from the likeliest on, how sure of the first, and which is right. */
export interface Said {
  ranked: readonly string[]
  certainty: number
  right: string
}

/** From here on it is called sure; of the others the bands are a fifth wide. */
const SURE = 0.8
const BAND = 0.2
const THREE = 3

/** How good suggestions are: shares of all texts, in percent. */
export function judged(said: readonly Said[]) {
  const sure = said.filter(({ certainty }) => certainty > SURE)
  const bands = Array.from({ length: 1 / BAND }, (_, at) => {
    const from = at * BAND
    const inside = said.filter(({ certainty }) => certainty > from && certainty <= from + BAND)
    const mean = inside.reduce((sum, { certainty }) => sum + certainty, 0) / inside.length
    return {
      from,
      texts: inside.length,
      certainty: percent(mean),
      right: share(inside.filter(isFirst), inside),
    }
  })
  return {
    texts: said.length,
    first: share(said.filter(isFirst), said),
    three: share(
      said.filter(({ ranked, right }) => ranked.slice(0, THREE).includes(right)),
      said
    ),
    sure: { texts: share(sure, said), right: share(sure.filter(isFirst), sure) },
    bands: bands.filter(({ texts }) => texts > 0),
  }
}

export type Judgement = ReturnType<typeof judged>

function isFirst({ ranked, right }: Said) {
  return ranked[0] === right
}

function share(some: readonly unknown[], all: readonly unknown[]) {
  return percent(some.length / all.length)
}

/** One digit behind the point; null of nothing. */
function percent(part: number) {
  return Number.isNaN(part) ? null : Math.round(part * 1000) / 10
}
