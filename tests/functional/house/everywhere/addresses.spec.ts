import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { addressOf, isRoute } from '#shared/address'

const VALUE = 'ş/a ?&#1'

function namedRoutes() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name, pattern }) => name && !/[*?]/.test(pattern))
}

test.group('The address of a page', () => {
  test('is the one that the router makes, of every route', ({ assert }) => {
    const urlFor = router.urlBuilder.urlFor as unknown as (...args: unknown[]) => string
    const routes = namedRoutes()
    assert.isAbove(routes.length, 150)
    for (const { name, pattern } of routes) {
      const names = [...pattern.matchAll(/:(\w+)/g)].map(([, key]) => key!)
      const values = Object.fromEntries(names.map((key) => [key, VALUE]))
      assert.equal(addressOf(name!, 'tr', values), urlFor(name, values), pattern)
      if (names.length > 0) assert.throws(() => addressOf(name!, 'tr'))
    }
  })

  test('is of a route that there is', ({ assert }) => {
    assert.isTrue(isRoute('petitions.create'))
    assert.isFalse(isRoute('petitions.nothing'))
    assert.throws(() => addressOf('petitions.nothing', 'tr'))
    assert.equal(
      addressOf('petitions.create', 'en', {}, { a: 'ş', b: null }),
      '/en/basvuru?a=%C5%9F'
    )
  })
})
