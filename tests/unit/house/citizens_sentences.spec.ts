import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'

const VIEWS = 'resources/views'
const LANG = 'resources/lang/tr'
/** Words of a sentence: half of those who read it finished primary school only. */
const MOST = 25
const ON_AVERAGE = 15

type Words = { [key: string]: string | Words }

function files(folder: string, ending: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

/** All sentences by their keys, as ICU has them. */
function sentences() {
  const found = new Map<string, string>()
  const add = (words: Words, prefix: string) => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') found.set(`${prefix}${key}`, value)
      else add(value, `${prefix}${key}.`)
    }
  }
  for (const file of files(LANG, '.json')) {
    const prefix = file.slice(LANG.length + 1, -'.json'.length).replaceAll('/', '.')
    add(JSON.parse(readFileSync(file, 'utf8')) as Words, `${prefix}.`)
  }
  return found
}

/** The views of citizens' pages, with all that they include. */
function citizensViews() {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, name] of text.matchAll(/@include(?:If)?\([^']*'([\w/]+)'/g)) {
      visit(join(VIEWS, `${name}.edge`))
    }
  }
  for (const file of files(VIEWS, '.edge')) {
    if (readFileSync(file, 'utf8').includes('@layout.public(')) visit(file)
  }
  return [...seen]
}

/** What these say, by whole keys and by what their keys begin with; a desk's words are an officer's. */
function citizensKeys(all: ReadonlyMap<string, string>) {
  const keys = new Set<string>()
  for (const file of citizensViews()) {
    const text = readFileSync(file, 'utf8')
    for (const [, key] of text.matchAll(/\bt\(\s*'([\w.]+)'/g)) {
      for (const one of all.keys()) {
        if (one === key || (key!.endsWith('.') && one.startsWith(key!))) keys.add(one)
      }
    }
  }
  return [...keys].filter((key) => !key.startsWith('intake.desk.'))
}

/** Each branch of a choice is read by itself, with what stands around it. */
function spoken(sentence: string): string[] {
  const choice =
    /\{(\w+), (?:select|plural|selectordinal),((?:\s*[\w=]+ ?\{(?:[^{}]|\{[^{}]*\})*\})+)\s*\}/
  const found = choice.exec(sentence)
  if (!found) return [sentence.replace(/\{[^{}]*\}/g, 'bir')]
  const branches = [...found[2]!.matchAll(/[\w=]+ ?\{((?:[^{}]|\{[^{}]*\})*)\}/g)]
  return branches.flatMap(([, branch]) => spoken(sentence.replace(found[0], () => branch!)))
}

function lengths(text: string) {
  return text
    .split(/(?<=[.!?:;])\s+/)
    .map((one) => one.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length)
    .filter((count) => count > 0)
}

test.group('What citizens read', () => {
  test('is said in short sentences', ({ assert }) => {
    const all = sentences()
    const keys = citizensKeys(all)
    assert.isAbove(keys.length, 100)
    const counted = keys.flatMap((key) =>
      spoken(all.get(key)!).flatMap((text) => lengths(text).map((count) => ({ key, count, text })))
    )
    const long = counted.filter(({ count }) => count > MOST)
    assert.deepEqual(
      long.map(({ key, count, text }) => `${key} (${count}): ${text}`),
      []
    )
    const average = counted.reduce((sum, { count }) => sum + count, 0) / counted.length
    assert.isAtMost(average, ON_AVERAGE)
  })
})
