import { Dice } from '#database/demo/dice'
import { readExamples } from '#database/tsv'
import { ENDINGS, GREETINGS, RUMOURS, SELF, type Rumour } from './rumours.ts'
import { handOf } from './typing.ts'

/** One petition of a made wave; `need`: what its writer wants besides, before it was typed. */
export interface Made {
  text: string
  need: string | null
}

/** As the figures are asked for. */
const SIZE = { copies: 5000, hiding: 200 }

/**
 * Dalga, made: so many near-copies of one message, each typed by somebody else, and so many of the same
 * in which a sentence of the shipped examples hides, typed by the same hand. An example of the rumour's
 * own subject is left out: who asks for the same asks for nothing else.
 *
 * @param seed the same one gives the same wave
 */
export function madeWave(rumour: Rumour, seed: number, { copies, hiding } = SIZE): Made[] {
  const dice = new Dice(seed)
  const needs = readExamples().filter(({ subject }) => !rumour.same.includes(subject))
  const all = Array.from({ length: copies + hiding }, (_, at) =>
    one(rumour, at < hiding ? dice.pick(needs).text : null, dice)
  )
  return dice.shuffled(all)
}

/** The seed of each rumour when figures are printed; whoever works on the rule takes others. */
export function measuredWaves(seed = 2026, size = SIZE) {
  return RUMOURS.map((rumour, at) => ({ rumour, made: madeWave(rumour, seed + at, size) }))
}

function one({ sentences }: Rumour, need: string | null, dice: Dice): Made {
  const said = sentences.map((wordings) => dice.pick(wordings))
  // Somebody leaves a sentence out, somebody has another order.
  if (said.length > 3 && dice.percent(15)) said.splice(dice.between(0, said.length - 1), 1)
  const body = dice.percent(10) ? dice.shuffled(said) : said
  const self = dice.percent(30) ? [dice.pick(SELF)] : []
  const parts = [...self, ...body, dice.pick(ENDINGS)].filter(Boolean)
  if (need !== null) parts.splice(dice.between(0, parts.length), 0, ended(need, dice))
  const type = handOf(dice)
  return { text: type([dice.pick(GREETINGS), ...parts].filter(Boolean).join(' ')), need }
}

/** The examples stand without a full stop, as most people leave it. */
function ended(need: string, dice: Dice) {
  return dice.percent(50) && !/[.?!]$/.test(need) ? `${need}.` : need
}
