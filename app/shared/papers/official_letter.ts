import { TaggedPaper } from './tagged_paper.ts'

/** What stands before each part, in the letter's language. */
export interface LetterWords {
  number: string
  topic: string
  reference: string
  annexes: string
  /** Sayfa {page} / {pages} */
  pageOf: string
  /** what somebody hears instead of the code */
  code: string
}

/** Resmî yazı: everything that an official letter says, and nothing of how it looks. */
export interface OfficialLetter {
  /** of the file, as a reader's window calls it */
  title: string
  lang: string
  /** T.C., authority, unit: the largest first */
  head: readonly string[]
  /** null: a line to be filled in by hand */
  number: string | null
  /** as it is read; null: a line to be filled in by hand */
  date: string | null
  topic: string
  to: string
  references: readonly string[]
  paragraphs: readonly string[]
  /** null: room for a stamp or a pen */
  signature: { name: string | null; title: string | null }
  /** by their names, in their order */
  annexes: readonly string[]
  foot: readonly string[]
  code: { path: string; side: number } | null
  /** beside the signature: what shows that the letter is genuine, and how that is seen */
  proof?: { path: string; side: number; alt: string; how: string } | null
  /** Each on pages of its own, after the letter. */
  enclosed: readonly {
    title: string
    facts: readonly [string, string][]
    paragraphs: readonly string[]
  }[]
  words: LetterWords
}

/** To be written over by hand. */
const BLANK = '.'.repeat(32)
/** Points: 1.25 cm, as the regulation indents a paragraph. */
const INDENT = 35
const LABEL = 48
const CODE = 76
/** 34 mm, as on a slip: so many modules are read by a camera (ADR 34). */
const PROOF = 97
/** With the words below it. */
const PROOF_HEIGHT = 170

/**
 * The letter as a tagged PDF (PDF/UA), in the form of Turkish official correspondence. It takes a core for
 * some 20 ms: whoever answers others meanwhile has it made by `printLetter`.
 */
export function layOut(letter: OfficialLetter): Promise<Buffer> {
  const { title, lang, words } = letter
  const paper = new TaggedPaper({ title, lang, author: letter.head[1] ?? '' })
  head(paper, letter)
  facts(paper, letter)
  paper.say(letter.to, { as: 'H2', face: 'bold', align: 'center', above: 16 }).space(12)
  labelled(paper, words.reference, letter.references)
  for (const text of letter.paragraphs) paper.say(text, { indent: INDENT, above: 4 })
  signature(paper, letter)
  annexes(paper, letter)
  foot(paper, letter)
  for (const one of letter.enclosed) enclosed(paper, one)
  return paper.bytes(words.pageOf)
}

function head(paper: TaggedPaper, { head: lines, code, words }: OfficialLetter) {
  const top = paper.y
  for (const [at, line] of lines.entries()) {
    paper.say(line, {
      as: at === 1 ? 'H1' : 'P',
      face: at === 1 ? 'bold' : 'plain',
      align: 'center',
    })
  }
  if (!code) return
  paper.aside(() => {
    paper.code(code.path, code.side, {
      x: paper.right - CODE,
      y: top,
      width: CODE,
      alt: words.code,
    })
  })
}

function facts(paper: TaggedPaper, { number, date, topic, words }: OfficialLetter) {
  paper.space(28)
  const y = paper.y
  const width = paper.right - paper.left
  paper.say(`${words.number} : ${number ?? BLANK}`, { at: { y, width: width * 0.66 } })
  const below = paper.y
  paper.say(date ?? '..... / ..... / ..........', { at: { y }, align: 'right' })
  paper.at(Math.max(below, paper.y))
  paper.say(`${words.topic} : ${topic}`)
}

function labelled(paper: TaggedPaper, label: string, lines: readonly string[]) {
  const x = paper.left + LABEL
  for (const [at, line] of lines.entries()) {
    const letters = lines.length === 1 ? '' : `${'abcçdefgğ'[at]}) `
    paper.say(`${at === 0 ? `${label} : ` : ''}${letters}${line}`, {
      at: { x: at === 0 ? paper.left : x },
    })
  }
  if (lines.length > 0) paper.space(8)
}

/** Above it stands a pen's or a stamp's room. */
function signature(paper: TaggedPaper, { signature: { name, title }, proof }: OfficialLetter) {
  const x = paper.left + (paper.right - paper.left) * 0.58
  paper.keep(proof ? PROOF_HEIGHT : 110)
  const top = paper.y
  paper.space(46)
  paper.say(name ?? BLANK, { at: { x }, align: 'center' })
  paper.say(title ?? BLANK, { at: { x }, align: 'center' })
  if (proof) proven(paper, proof, top + 16)
}

/** Left of the signature, and read after it. */
function proven(paper: TaggedPaper, proof: NonNullable<OfficialLetter['proof']>, y: number) {
  const below = paper.y
  paper.code(proof.path, proof.side, { x: paper.left, y, width: PROOF, alt: proof.alt })
  paper.say(proof.how, { size: 9, at: { y: y + PROOF + 4, width: 200 } })
  paper.at(Math.max(below, paper.y))
}

function annexes(paper: TaggedPaper, { annexes: names, words }: OfficialLetter) {
  if (names.length === 0) return
  paper.keep(40).say(words.annexes, { as: 'H3', above: 22 })
  paper.list(names, (at) => `${at}-`)
}

function foot(paper: TaggedPaper, { foot: lines }: OfficialLetter) {
  const size = 9
  paper.keep(18 + 13 * lines.length)
  paper.rule(paper.bottom - 8 - 13 * lines.length)
  for (const [at, line] of lines.entries()) {
    paper.say(line, { size, at: { y: paper.bottom - 13 * (lines.length - at) - 4 } })
  }
}

function enclosed(paper: TaggedPaper, one: OfficialLetter['enclosed'][number]) {
  paper.turn().say(one.title, { as: 'H2', face: 'bold' }).space(6)
  for (const [label, value] of one.facts) paper.say(`${label}: ${value}`)
  paper.space(8)
  for (const text of one.paragraphs) paper.say(text, { above: 6 })
}
