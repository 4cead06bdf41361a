import { readFileSync } from 'node:fs'

/** Where an answer can stand, as far as it decides what may be done next. */
export interface State {
  stage: string
  /** the unit that has it, or had it last: the first, or the one that came after it */
  at: 'first' | 'second'
  /** whose its words are */
  text: string
  /** who put it before the head */
  put: string
  /** the head's last word was that it be mended */
  sentBack: boolean
  /** whoever brought it was asked something and has not answered */
  asked: boolean
}

/** Somebody who tries something. */
export interface Actor {
  /** of the person: whoever stands in for another stays the same one */
  id: string
  /** whom they stand in for now */
  covers?: string
  /** at which unit they work now */
  at: State['at'] | null
  role: 'writer' | 'head' | 'standIn' | 'desk' | 'house'
}

export type Setting = 'on' | 'off'

export interface Try {
  act: string
  actor: Actor
  setting: Setting
}

/** What a try comes to: another state, or a sentence and nothing. */
export type Result = { state: State } | { refused: string }

export const ENDED: State = {
  stage: 'concluded',
  at: 'first',
  text: '-',
  put: '-',
  sentBack: false,
  asked: false,
}

type Line = Record<string, string>

/** The written truth table, line by line. */
export class TruthTable {
  /** How often each line has spoken. */
  readonly used: number[]

  static read(path: string) {
    const [head = '', ...lines] = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    const names = head.split('\t')
    return new TruthTable(
      lines.map((line) =>
        Object.fromEntries(line.split('\t').map((cell, at) => [names[at]!, cell]))
      )
    )
  }

  constructor(readonly lines: readonly Line[]) {
    this.used = lines.map(() => 0)
  }

  /** @throws where no line fits */
  says(state: State, { act, actor, setting }: Try): Result {
    const at = this.lines.findIndex(
      (line) =>
        holds(line.act!, act) &&
        holds(line.stage!, state.stage) &&
        whoHolds(line.who!, actor, state) &&
        holds(line.text!, state.text === '-' ? 'none' : 'any') &&
        putHolds(line.put!, actor, state) &&
        holds(line.setting!, setting) &&
        holds(line.at!, state.at) &&
        holds(line.asked!, state.asked ? 'yes' : 'no')
    )
    const line = this.lines[at]
    if (!line) throw new Error(`the table says nothing of ${act} by ${actor.role}`)
    this.used[at]! += 1
    return line.refused ? { refused: line.refused } : { state: after(line, state, actor) }
  }
}

function holds(cell: string, word: string) {
  return cell === '*' || cell.split(' ').includes(word)
}

/** Whoever is not of the unit in charge is another, whatever they are at their own. */
function whoHolds(cell: string, actor: Actor, state: State) {
  const isOf = actor.at === null || (actor.at === state.at && state.stage !== 'returned')
  return holds(cell, isOf ? actor.role : 'other')
}

function putHolds(cell: string, { id, covers }: Actor, { put }: State) {
  if (cell === 'own') return put === id
  if (cell === 'covered') return put === id || put === covers
  return cell === '*' || (put !== id && put !== covers)
}

function after(line: Line, state: State, { id }: Actor): State {
  const stage = line['then stage'] === '=' ? state.stage : line['then stage']!
  if (stage === 'concluded') return ENDED
  const whose = (cell: string, was: string) => (cell === '=' ? was : cell === 'who' ? id : cell)
  return {
    stage,
    at: line['then at'] === '=' ? state.at : 'second',
    text: whose(line['then text']!, state.text),
    put: whose(line['then put']!, state.put),
    sentBack: line['then sent back'] === 'yes' || state.sentBack,
    asked: line['then asked'] === '=' ? state.asked : line['then asked'] === 'yes',
  }
}
