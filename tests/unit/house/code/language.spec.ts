import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { IntlMessageFormat } from 'intl-messageformat'
import { globSync, readFileSync } from 'node:fs'
import { parse } from 'node:path'
import { CHANNELS, KINDS, OUTCOMES, STAGES, STEPS } from '#intake'
import { GROUPS, PLACES, placeOf } from '#administration'
import { ROLES, SORTS, THINGS } from '#organisation'

/** t('whole.key') or t('beginning.' + something) */
const ASKED = /\bt\(\s*'([\w.]+)'(\s*\+)?/g
/** The sentence that an officer is told after a form: { key: 'routing.flash.referred' } */
const TOLD = /key: '(\w+\.flash\.\w+)'/g

/** What people read: keys asked for by views and code, each whole or as a beginning. */
function asked() {
  return [...found('resources/views/**/*.edge', ASKED), ...found('app/**/*.ts', TOLD)]
}

function found(files: string, pattern: RegExp) {
  return globSync(files).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, key, more]) => ({
      key: key!,
      whole: !more,
      file,
    }))
  )
}

/** Every file that asks for sentences, as one text. */
function askers() {
  const files = ['resources/views/**/*.edge', '{app,commands,database,providers}/**/*.ts'].flatMap(
    (one) => globSync(one)
  )
  return files.map((file) => readFileSync(file, 'utf8')).join('\n')
}

/** Whether something asks for it: whole, by its beginning, or as what is wrong with a field. */
function isAskedFor(code: string) {
  const dotted = [...code.matchAll(/['"`]((?:[a-z]\w*\.)+\w*)(['"`]|\$\{)/g)].map(([, key]) => key!)
  const wholes = new Set(dotted)
  const beginnings = dotted.filter((key) => /\w\./.test(key)).map((key) => key.replace(/\.?$/, '.'))
  const words = new Set(code.match(/\w+/g))
  return (key: string) => {
    const [, field, rule] = /^\w+\.problems\.(\w+)\.(\w+)$/.exec(key) ?? []
    if (field) return words.has(field) && (words.has(rule!) || rule!.startsWith('at_'))
    return wholes.has(key) || beginnings.some((beginning) => key.startsWith(beginning))
  }
}

function sentences(locale: string): Record<string, string> {
  return i18nManager.getTranslationsFor(locale)
}

/** The values that a sentence is given: {number}, {count, plural, …}, those of its choices too. */
type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number]

function values(sentence: string) {
  const names = new Set<string>()
  const read = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type !== 0 && element.type !== 7) names.add(element.value)
      if ('options' in element) Object.values(element.options).forEach(({ value }) => read(value))
    }
  }
  read(new IntlMessageFormat(sentence, 'tr', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

test.group('The two languages', () => {
  test('say the same things', ({ assert }) => {
    assert.sameMembers(Object.keys(sentences('en')), Object.keys(sentences('tr')))
  })

  test('take the same values', ({ assert }) => {
    const english = sentences('en')
    for (const [key, sentence] of Object.entries(sentences('tr'))) {
      assert.deepEqual(values(english[key] ?? ''), values(sentence), key)
    }
  })

  test('have one word for whoever carries texts', ({ assert }) => {
    for (const [locale, other] of Object.entries({ tr: /\bfirma/i, en: /\bcompany\b/i })) {
      const told = Object.entries(sentences(locale)).filter(([key]) => /^notification\./.test(key))
      assert.isNotEmpty(told)
      for (const [key, sentence] of told) assert.notMatch(sentence, other, key)
    }
  })

  test('know every sentence that a page asks for', ({ assert }) => {
    const known = Object.keys(sentences('tr'))
    const unknown = asked().filter(
      ({ key, whole }) => !known.some((one) => (whole ? one === key : one.startsWith(key)))
    )
    assert.isAbove(asked().length, 200)
    assert.deepEqual(unknown, [])
  })

  test('say nothing that nobody asks for', ({ assert }) => {
    const isAsked = isAskedFor(askers())
    assert.deepEqual(
      Object.keys(sentences('tr')).filter((key) => !isAsked(key)),
      []
    )
    assert.isFalse(isAsked('intake.desk.nobodyAsksForThis'))
    assert.isFalse(isAsked('intake.problems.text.nobodySaysThis'))
  })

  test('stand by module, beside what belongs to none', ({ assert }) => {
    const modules = globSync('app/*/main.ts').map((door) => door.split('/')[1]!)
    for (const locale of ['tr', 'en']) {
      const names = globSync(`resources/lang/${locale}/*`).map((path) => parse(path).name)
      for (const name of names) assert.include([...modules, 'house', 'errors'], name)
    }
  })

  test('have a word for every stage, outcome, kind, way and role', ({ assert }) => {
    const words = {
      'intake.stage': STAGES,
      'intake.outcome': OUTCOMES,
      'intake.kind': KINDS,
      'intake.channel': CHANNELS,
      'intake.step': Object.keys(STEPS),
      'organisation.role': ROLES,
      'administration.group': Object.keys(GROUPS),
      'administration.place': PLACES.map(placeOf),
      'administration.placeHelp': PLACES.map(placeOf),
      'administration.thing': THINGS,
      'administration.changed': SORTS,
    }
    for (const [group, names] of Object.entries(words)) {
      const missing = names.filter((name) => !sentences('tr')[`${group}.${name}`])
      assert.deepEqual(missing, [], group)
    }
  })
})
