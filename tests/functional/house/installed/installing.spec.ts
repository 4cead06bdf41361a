import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

const guide = readFileSync('docs/operations/install.md', 'utf8')

interface Location {
  isPattern: boolean
  where: string
  rules: string
}

/** What nginx does with an address: of the patterns the first, else the longest beginning. */
function locationOf(address: string, locations: Location[]) {
  const [patterns, beginnings] = [true, false].map((kind) =>
    locations.filter(({ isPattern }) => isPattern === kind)
  )
  const fits = beginnings!.filter(({ where }) => address.startsWith(where))
  return (
    patterns!.find(({ where }) => new RegExp(where).test(address)) ??
    fits.sort((a, b) => b.where.length - a.where.length)[0]
  )
}

test.group('The guide for installing', () => {
  const found = guide.matchAll(/location (~ )?(\S+) \{([^}]*)\}/g)
  const locations = [...found].map(([, tilde, where, rules]) => ({
    isPattern: tilde !== undefined,
    where: where!,
    rules: rules!,
  }))

  test('keeps every address that opens something by itself out of nginx’s logs', ({ assert }) => {
    const routes = Object.values(router.toJSON()).flat()
    const secret = routes
      .map(({ pattern }) => pattern.replace(':office', 'edremit'))
      .filter((one) => /:(receipt|secret)/.test(one))
    assert.includeMembers(secret, [
      '/en/basvuru/alindi/:receipt',
      '/edremit/basvuru/alindi/:receipt',
      '/masa/alindi/:receipt',
    ])
    for (const address of secret) {
      const { rules } = locationOf(address, locations)!
      assert.include(rules, 'access_log off;', address)
      assert.include(rules, 'error_log /dev/null crit;', address)
    }
  })

  test('tells of the two limits that a server on the internet needs', ({ assert }) => {
    for (const setting of ['SMS_DAILY_CAP', 'PETITIONS_PER_HOUR']) {
      const line = guide.split('\n').find((one) => one.startsWith(`| \`${setting}\``))
      assert.match(line!, /(every|a) server that stands on the internet/, setting)
    }
  })
})
