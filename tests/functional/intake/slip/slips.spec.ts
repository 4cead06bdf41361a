import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import env from '#start/env'
import { Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'
import { textsOfCodes } from '#tests/support/qr'
import { details } from '#tests/support/petitions'
import { SlipKeys } from '../../../../app/intake/slip/slip_keys.ts'
import { judge } from '../../../../app/intake/slip/checking/verdict.ts'
import { sealReceipt, sealRenewal } from '../../../../app/intake/receiving/receipt_seal.ts'
import { Secret } from '../../../../app/intake/secret/secret.ts'
import { CASES, KEYS } from '../../../unit/intake/slip/cases.ts'

async function receiptOf(about = {}) {
  const receipt = await Petition.receive(details(about))
  return { ...receipt, address: await sealReceipt(receipt, details()) }
}

test.group('The slip of a petition', (group) => {
  wrapped(group)
  group.each.setup(() => {
    env.set('APP_URL', 'https://acikkapi.edremit.example')
    return () => env.set('APP_URL', '')
  })

  test('has one code that leads to the look-up, and one that proves it', async ({
    client,
    assert,
  }) => {
    const { petition, secret, address } = await receiptOf()
    const page = await client.get(`/basvuru/alindi/${address}?kagit=a5`)
    const [lookUp, proof] = await textsOfCodes(page.text())
    assert.equal(lookUp, `https://acikkapi.edremit.example/sorgula?numara=${petition.number}`)
    assert.equal(judge(proof!).verdict, 'genuine')
    for (const code of [lookUp!, proof!]) assert.notInclude(code, secret.text)
    const form = await client.get(`/sorgula?numara=${petition.number}`)
    form.assertTextIncludes(`value="${petition.shownNumber}"`)
  })

  test('stands on the citizen’s screen without codes, which only paper needs', async ({
    client,
    assert,
  }) => {
    const { address } = await receiptOf()
    const page = await client.get(`/basvuru/alindi/${address}`)
    assert.notInclude(page.text(), '<svg')
    page.assertTextIncludes('href="?kagit=a5"')
  })

  const masa = () => officer('masa')
  for (const dil of ['tr', 'en', 'ar']) {
    for (const more of ['kagit=a5', 'kagit=80', 'kagit=80&buyuk=1']) {
      test(`is whole in ${dil}: ${more}`, async ({ client, assert }) => {
        const { address, secret, petition } = await receiptOf()
        const path = `/masa/alindi/${address}?${more}&dil=${dil}`
        const page = await client.get(path).loginAs(await masa())
        page.assertStatus(200)
        await assertValid(assert, page.text(), path)
        assert.notInclude(page.text(), 'translation missing')
        const [slip] = /<article[^]*<\/article>/.exec(page.text())!
        assert.include(slip, `lang="${dil}" dir="${dil === 'ar' ? 'rtl' : 'ltr'}"`)
        assert.equal(slip.includes('receipt--roll'), more.includes('80'))
        assert.equal(slip.includes('receipt--large'), more.includes('buyuk'))
        assert.include(slip, petition.shownNumber.replaceAll(' ', '\u00a0'))
        assert.include(slip, secret.text)
        assert.lengthOf(await textsOfCodes(slip), 2)
        const sentence = i18nManager.locale(dil).t('intake.receipt.nowText')
        assert.include(slip, sentence)
      })
    }
  }

  test('has every sentence in Arabic that it asks for', ({ assert }) => {
    const arabic = i18nManager.getTranslationsFor('ar')
    const turkish = i18nManager.getTranslationsFor('tr')
    const own = Object.keys(turkish).filter((key) =>
      /^intake\.receipt\.(?!(papers|expired|another|open|read)\b)/.test(key)
    )
    for (const key of [...own, 'intake.lookup.address', 'intake.result.overdue']) {
      assert.match(arabic[key] ?? '', /\p{Script=Arabic}/u, key)
    }
  })

  test('stays on the paper that was chosen once, until somebody signs out', async ({
    client,
    assert,
  }) => {
    const { address } = await receiptOf()
    const first = await client.get(`/masa/alindi/${address}?kagit=80`).loginAs(await masa())
    assert.equal(first.session().paper, '80')
    const next = await client
      .get(`/masa/alindi/${address}`)
      .withSession({ paper: '80' })
      .loginAs(await masa())
    assert.include(next.text(), 'receipt--roll')
    const other = await client.get(`/masa/alindi/${address}`).loginAs(await masa())
    assert.notInclude(other.text(), 'receipt--roll')
  })

  test('says of a petition from before that it proves nothing, and proves with a new code', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const code = async (salt: string | null) => {
      petition.slipSalt = salt
      const secret = Secret.draw()
      petition.secretDigest = secret.digest(petition.number)
      await petition.save()
      const address = sealRenewal(petition, secret, 'none')
      return (await client.get(`/masa/alindi/${address}`).loginAs(await masa())).text()
    }
    const salt = petition.slipSalt
    const without = await code(null)
    assert.lengthOf(await textsOfCodes(without), 1)
    assert.include(without, i18nManager.locale('tr').t('intake.receipt.codes.none'))
    const codes = await textsOfCodes(await code(salt))
    assert.equal(judge(codes[1]!).verdict, 'genuine')
  })

  test('ignores a paper, a language and letters that there are not', async ({ client, assert }) => {
    const { address } = await receiptOf()
    const page = await client
      .get(`/masa/alindi/${address}?kagit[]=80&dil=__proto__&buyuk[x]=1`)
      .loginAs(await masa())
    page.assertStatus(200)
    assert.include(page.text(), 'lang="tr" dir="ltr"')
  })
})

test.group('A slip that is checked', (group) => {
  group.each.setup(() => {
    const { own } = SlipKeys
    SlipKeys.own = () => KEYS
    return () => void (SlipKeys.own = own)
  })

  for (const [what, [verdict, slip]] of Object.entries(CASES)) {
    test(`is judged without a script and without the database: ${what}`, async ({
      client,
      assert,
    }) => {
      const page = await client.post('/dogrula').form({ slip })
      const isGood = ['genuine', 'retired'].includes(verdict)
      page.assertStatus(isGood ? 200 : 422)
      const t = (key: string) =>
        i18nManager.locale('tr').t(key, { number: '2604812075', day: '|', until: '' })
      const [sentence] = t(
        isGood ? `intake.slipCheck.${verdict}` : `intake.problems.slip.${verdict}`
      ).split('|')
      assert.include(page.text(), sentence!)
      assert.equal(page.header('cache-control'), 'no-store')
    })
  }

  test('is asked for when nothing was typed', async ({ client }) => {
    const page = await client.post('/dogrula').form({ slip: ' \u2800' })
    page.assertStatus(422)
    page.assertTextIncludes(i18nManager.locale('tr').t('intake.problems.slip.required'))
  })

  test('is checked against the fingerprint of each key, in both languages', async ({
    client,
    assert,
  }) => {
    for (const path of ['/dogrula', '/en/dogrula']) {
      const page = await client.get(path)
      for (const { fingerprint } of KEYS.all) assert.include(page.text(), fingerprint)
      assert.match(KEYS.all[0]!.fingerprint, /^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
      await assertValid(assert, page.text(), path)
      assert.notMatch(page.text(), /<script(?![^>]+src=)/)
    }
  })

  test('can be checked in a file that holds all it needs and calls nobody', async ({
    client,
    assert,
  }) => {
    const file = await client.get('/dogrula/sayfa')
    assert.match(file.header('content-disposition')!, /^attachment; filename="[\w-]+\.html"$/)
    await assertValid(assert, file.text(), 'the file')
    const code = file.text().replace(/\/\*[^]*?\*\//g, '')
    assert.notMatch(code, /(src|href)="|^import |^export /m)
    assert.include(file.text(), "default-src 'none'")
  })
})
