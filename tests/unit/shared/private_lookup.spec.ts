import type { LookupAddress } from 'node:dns'
import { test } from '@japa/runner'
import { privateLookup } from '#shared/network/private_lookup'
import { isPrivateAddress } from '#shared/network/private_network'

/** A name that leads to these addresses, the next time to the next ones. */
function resolving(...answers: string[][]) {
  return (_: string, __: object, done: (e: Error | null, all: LookupAddress[]) => void) => {
    const all = answers.length > 1 ? answers.shift()! : answers[0]!
    done(
      null,
      all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    )
  }
}

/** What a socket is told. */
function found(lookup: ReturnType<typeof privateLookup>, all = true) {
  return new Promise<{ code?: string; addresses: unknown }>((resolve) => {
    lookup('yardimci.example', { all }, (error, addresses) =>
      resolve({ code: error?.code, addresses })
    )
  })
}

test.group('An address of the house', () => {
  test('is of this machine or of a private network', ({ assert }) => {
    const house = [
      ...['127.0.0.1', '127.9.9.9', '10.0.0.7', '172.16.0.1', '172.31.255.255'],
      ...['192.168.1.4', '::1', 'fd12:3456::1', '::ffff:10.1.2.3'],
    ]
    for (const ip of house) assert.isTrue(isPrivateAddress(ip), ip)
    const others = [
      ...['8.8.8.8', '172.32.0.1', '192.169.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
      ...['::', 'fe80::1', '2001:db8::1', '::ffff:8.8.8.8'],
    ]
    for (const ip of others) assert.isFalse(isPrivateAddress(ip), ip)
  })

  test('is what a socket gets, in both ways of asking', async ({ assert }) => {
    const lookup = privateLookup(resolving(['10.1.2.3']))
    assert.deepEqual((await found(lookup)).addresses, [{ address: '10.1.2.3', family: 4 }])
    assert.equal((await found(lookup, false)).addresses, '10.1.2.3')
  })

  test('is refused where one of its name’s addresses is another', async ({ assert }) => {
    for (const answer of [['8.8.8.8'], ['10.1.2.3', '8.8.8.8'], []]) {
      const { code } = await found(privateLookup(resolving(answer)))
      assert.equal(code, 'NOT_PRIVATE')
    }
  })

  test('is looked at for each connection: a name that changes leads nowhere', async ({
    assert,
  }) => {
    const lookup = privateLookup(resolving(['127.0.0.1'], ['93.184.216.34']))
    assert.isUndefined((await found(lookup)).code)
    assert.equal((await found(lookup)).code, 'NOT_PRIVATE')
  })
})
