import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, vouchesFor } from '#intake'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'
import { fromBase32, toBase32 } from '../../../../app/intake/slip/base32.ts'
import { dayIn, digestOf } from '../../../../app/intake/slip/content.ts'
import { SlipCode } from '../../../../app/intake/slip/slip_code.ts'
import { SigningKey } from '../../../../app/intake/slip/slip_key.ts'
import { SlipKeys } from '../../../../app/intake/slip/slip_keys.ts'
import { judge } from '../../../../app/intake/slip/checking/verdict.ts'
import { CASES, KEYS } from './cases.ts'

test.group('A slip', () => {
  for (const [what, [verdict, text]] of Object.entries(CASES)) {
    test(`is told: ${what}`, ({ assert }) => {
      assert.equal(judge(text, KEYS).verdict, verdict)
    })
  }

  test('is letters and digits alone, in a QR code that a till can print', ({ assert }) => {
    const key = new SigningKey(randomBytes(32))
    const code = SlipCode.issue('2604812075', '20261129', randomBytes(32), key)
    assert.match(code, /^AK1260481207520261129[A-Z2-7]{160}$/)
  })

  test('is signed as RFC 8032 says', ({ assert }) => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
    const key = new SigningKey(Buffer.from(seed, 'hex'))
    const known = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
    assert.equal(Buffer.from(key.public.raw, 'base64url').toString('hex'), known)
    assert.match(key.sign(Buffer.alloc(0)).toString('hex'), /^e5564300c360ac729086e2cc806e828a/)
  })

  test('comes back out of base 32', ({ assert }) => {
    assert.equal(toBase32(Buffer.from('foobar')), 'MZXW6YTBOI')
    const bytes = randomBytes(100)
    assert.deepEqual(Buffer.from(fromBase32(toBase32(bytes))), bytes)
  })

  test('is signed by a key from APP_KEY where there is no other, always the same', ({ assert }) => {
    assert.equal(new SlipKeys().signing.public.raw, new SlipKeys().signing.public.raw)
    const own = new SlipKeys(Buffer.alloc(32, 1).toString('base64url'))
    assert.notEqual(new SlipKeys().signing.public.raw, own.signing.public.raw)
  })
})

test.group('What a slip vouches for', (group) => {
  wrapped(group)

  const codeOf = (petition: Petition) => {
    const { number, receivedAt } = petition
    const digest = digestOf(petition)!
    const signing = SlipKeys.own().signing
    return SlipCode.parse(SlipCode.issue(number, dayIn(receivedAt), digest, signing))!
  }

  test('is what was brought, also as the database has it', async ({ assert }) => {
    const text = 'Çeşme  akmıyor.\n\n👵🏽 Yaşlılar su taşıyor, “üç gündür”.'
    const { petition } = await Petition.receive(details({ text }))
    const code = codeOf(petition)
    assert.isTrue(vouchesFor(code, await Petition.findOrFail(petition.id)))
  })

  test('stays when subject or place are corrected, and goes with another word', async ({
    assert,
  }) => {
    const { petition } = await Petition.receive(details())
    const code = codeOf(petition)
    await db
      .from('petitions')
      .where('id', petition.id)
      .update({ place: 'Akçay', kind: 'complaint' })
    assert.isTrue(vouchesFor(code, await Petition.findOrFail(petition.id)))
    await db.from('petitions').where('id', petition.id).update({ text: 'Yolumuz iyidir.' })
    assert.isFalse(vouchesFor(code, await Petition.findOrFail(petition.id)))
  })

  test('differs for two petitions with the same words', async ({ assert }) => {
    const [one, other] = [await Petition.receive(details()), await Petition.receive(details())]
    assert.isFalse(vouchesFor(codeOf(one.petition), other.petition))
    const salts = await db.from('petitions').select('slip_salt')
    assert.lengthOf(new Set(salts.map(({ slip_salt: salt }) => salt)), 2)
    for (const { slip_salt: salt } of salts) assert.match(salt, /^[\w-]{22}$/)
  })

  test('is nothing for a petition from before there was a salt', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const code = codeOf(petition)
    await db.from('petitions').where('id', petition.id).update({ slip_salt: null })
    assert.isNull(vouchesFor(code, await Petition.findOrFail(petition.id)))
  })
})

test.group('The scripts of the page on which slips are checked', () => {
  test('hold noble-ed25519 as it was published, with its licence', ({ assert }) => {
    const own = readFileSync('public/ed25519.js', 'utf8')
    assert.equal(own, readFileSync('node_modules/@noble/ed25519/index.js', 'utf8'))
    assert.include(own.split('\n')[0]!, 'MIT License')
  })

  test('reckon SHA-512 as everybody does', async ({ assert }) => {
    const { sha512 } = await import(pathToFileURL('public/sha512.js').href)
    for (const length of [0, 1, 111, 112, 127, 128, 129, 239, 240, 500]) {
      const bytes = randomBytes(length)
      const known = createHash('sha512').update(bytes).digest('hex')
      assert.equal(Buffer.from(sha512(bytes)).toString('hex'), known, `${length} bytes`)
    }
  })
})
