import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { test } from '@japa/runner'
import ts from 'typescript'

/** What runs where people are: not the tests, not what only builds or measures. */
const PRODUCT = ['app', 'commands', 'config', 'providers', 'start', 'public'].map(
  (folder) => `${folder}/**/*.{ts,js}`
)
const STRANGERS = [/htmx/, /ed25519/, /public\/swagger/]

interface Found {
  where: string
  expression: RegExp
}

/** Every regular expression that the product's files spell out. */
async function all(): Promise<Found[]> {
  const files = globSync(PRODUCT).filter((file) => !STRANGERS.some((one) => one.test(file)))
  const found = files.map(async (file) => {
    const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest)
    return literalsIn(source).map((literal) => ({
      where: `${file}: ${literal}`,
      expression: read(literal),
    }))
  })
  return (await Promise.all(found)).flat()
}

function literalsIn(source: ts.SourceFile) {
  const literals: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.getText(source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return literals
}

function read(literal: string) {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), literal.slice(end + 1))
}

const SIGNS = [...'aA0 \n.:-/{}<"@,=+ğ', '\u0301', '\u200b', '\u2019']
const PAIRED = [...'a0 .:-/{@', '\u0301']

/** What a text may be full of: a sign, two in turn, a word of the expression itself. */
function fillings({ source }: RegExp) {
  const pairs = PAIRED.flatMap((one) => PAIRED.map((other) => one + other))
  return [...SIGNS, ...pairs, ...(source.match(/\w{2,}/g) ?? [])]
}

const LONG = 10_000

/** Only what takes a sign any number of times can take work without end. */
function repeats({ expression }: Found) {
  return /[*+]|,\}/.test(expression.source)
}

/** CPU seconds, the least of three: other programs do not count. */
function cost(expression: RegExp, text: string) {
  const once = () => {
    const began = process.cpuUsage()
    text.search(expression)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  const first = once()
  return first < SLOW ? first : Math.min(first, once(), once())
}

/** An expression whose work grows with the text needs a hundredth of it. */
const SLOW = 0.03

/**
 * Whether eight times the text takes far more than eight times the work: 64 times, by its square.
 * Begun with a short text, for the work of some doubles with every letter.
 */
function explodes({ expression }: Found) {
  return fillings(expression).some((filling) => {
    const work = (length: number) =>
      cost(expression, `${filling.repeat(length / filling.length)}\u0001`)
    if (work(23) > SLOW) return true
    const long = work(LONG)
    return long > SLOW && long > 24 * work(LONG / 8)
  })
}

test.group('Regular expressions', () => {
  test('take work that grows with the text, not with its square', async ({ assert }) => {
    const found = await all()
    assert.isAbove(found.length, 50)
    assert.deepEqual(
      found
        .filter(repeats)
        .filter(explodes)
        .map(({ where }) => where),
      []
    )
  })

  test('are told from those that explode', ({ assert }) => {
    const bad = [/[a-z][a-z\d+.-]*:\/\//i, /\s*\n/, /^(\w+\s?)*$/, /^\s*,?\s*x/]
    for (const expression of bad) {
      assert.isTrue(explodes({ where: '', expression }), String(expression))
    }
  })
})
