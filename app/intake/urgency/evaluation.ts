import { LEVELS, type Level } from './level.ts'
import { readUrgency, type Reading } from './reading.ts'

/** A text of which somebody said how soon it must be looked at. */
export interface Judged {
  /** in its file, from 1 */
  line: number
  text: string
  level: Level
  /** It asks where to find help against violence. */
  asksForHelp: boolean
}

/** A text that the rules read otherwise than whoever judged it. */
export interface Miss extends Judged {
  read: Reading
}

/** Words for a level in lists of others: whatever else stands there names a danger. */
const LEVEL_OF: Record<string, Level> = {
  ordinary: 'ordinary',
  normal: 'ordinary',
  soon: 'soon',
  atOnce: 'atOnce',
}
/** Asks about violence, and is not urgent. */
const HELP = 'bilgi-hassas'
/** The dangers of the list of flags. */
const FLAGS = ['siddet', 'intihar', 'cocuk-istismari', 'tehlike', 'saglik-acil', 'afet-acil']

/**
 * Texts with their levels, tab-separated below a line of names: `text`, and `level` (ordinary, soon,
 * atOnce) or `flag` (normal, bilgi-hassas, or which danger it is).
 *
 * @throws RangeError with a sentence, for a file that is none
 */
export function readJudged(file: string): Judged[] {
  const [head = '', ...lines] = file.trimEnd().split(/\r?\n/)
  const names = head.split('\t')
  const [text, said] = [
    names.indexOf('text'),
    names.findIndex((n) => n === 'level' || n === 'flag'),
  ]
  if (text < 0 || said < 0) {
    throw new RangeError('The first line must name text, and level or flag.')
  }
  return lines.map((line, at) => {
    const values = line.split('\t')
    const word = values[said] ?? ''
    return { line: at + 2, text: values[text] ?? '', ...judgement(word, at + 2) }
  })
}

function judgement(word: string, line: number) {
  if (word === HELP) return { level: 'ordinary', asksForHelp: true } as const
  const level = LEVEL_OF[word] ?? (FLAGS.includes(word) ? 'atOnce' : null)
  if (!level) throw new RangeError(`Line ${line} says none of the levels: ${word}`)
  return { level, asksForHelp: false }
}

/** What the rules make of texts: how many of each level they read as which, and what they missed. */
export function evaluate(judged: readonly Judged[], reads = readUrgency) {
  const read = judged.map((one) => ({ ...one, read: reads(one.text) }))
  const table = LEVELS.map((level) =>
    LEVELS.map((as) => read.filter((one) => one.level === level && one.read.level === as).length)
  )
  const urgent = read.filter(({ level }) => level === 'atOnce')
  const others = read.filter(({ level }) => level !== 'atOnce')
  return {
    table,
    /** of texts that cannot wait, those that ring; of the others, those that ring */
    recall: share(urgent.filter(rings).length, urgent.length),
    falseAlarms: share(others.filter(rings).length, others.length),
    misses: read.filter((one) => one.level !== one.read.level || isHelpMissed(one)) as Miss[],
  }
}

function rings({ read }: { read: Reading }) {
  return read.level === 'atOnce'
}

function isHelpMissed({ asksForHelp, read }: Miss) {
  return asksForHelp && read.danger !== 'violenceHelp'
}

/** In percent, one digit behind the point; null of nothing. */
function share(some: number, all: number) {
  return all === 0 ? null : Math.round((1000 * some) / all) / 10
}
