import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { Answer } from '#response'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { officer, submitted } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { signedIn } from '#tests/support/signed_in'
import { sealReceipt } from '../../../app/intake/receiving/receipt_seal.ts'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`

/** A browser with these voices, which keeps what it is asked to say; known a while after the page. */
function voices(context: BrowserContext, languages: readonly string[]) {
  return context.addInitScript((known: readonly string[]) => {
    const speech = new EventTarget() as EventTarget & Record<string, unknown>
    const all = known.map((lang) => ({ lang, name: lang }))
    let there: typeof all = []
    const said: string[] = []
    Object.assign(globalThis, { said, knowVoices: () => void (there = all) })
    speech.getVoices = () => there
    speech.speak = ({ text, lang }: { text: string; lang: string }) => said.push(`${lang}: ${text}`)
    speech.cancel = () => said.push('cancel')
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech })
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  }, languages)
}

async function voicesCome(page: Page) {
  await page.evaluate('knowVoices(); speechSynthesis.dispatchEvent(new Event("voiceschanged"))')
}

const spoken = (page: Page) => page.evaluate<string[]>('said')

test.group('Reading aloud', (group) => {
  emptied(group)

  async function receipt() {
    const made = await Petition.receive(details())
    return { ...made, address: await sealReceipt(made, details()) }
  }

  test('says the receipt in a Turkish voice, never its code, and can be stopped', async ({
    assert,
    browser,
  }) => {
    const { address, petition, secret } = await receipt()
    const context = await browser.newContext({ baseURL: HOME })
    await voices(context, ['en-US', 'tr_TR'])
    await signedIn(context, await officer('masa'))
    const page = await context.newPage()
    await page.goto(`/masa/alindi/${address}`)
    const button = page.locator('[data-speak]')
    assert.isTrue(await button.isHidden(), 'as long as no voice is known')
    await voicesCome(page)
    await button.click()
    const heard = await spoken(page)
    assert.include(heard, `tr_TR: ${[...petition.number].join(' ')}`)
    assert.isTrue(heard.some((one) => one.includes('Büro başvurunuzu okur')))
    const all = heard.join(' ').replaceAll(/\s/g, '')
    assert.notInclude(all, secret.text)
    assert.equal(await button.innerText(), 'Okumayı durdur')
    await button.click()
    assert.equal((await spoken(page)).at(-1), 'cancel')
    assert.equal(await button.innerText(), 'Sesli oku')
    await context.close()
  })

  for (const [known, dil, isShown] of [
    [['en-US'], 'tr', false],
    [[], 'tr', false],
    [['tr-TR'], 'ar', false],
    [['tr-TR', 'ar-SA'], 'ar', true],
    [['en-GB'], 'en', true],
  ] as const) {
    test(`has a button ${isShown ? '' : 'not '}for a slip in ${dil} where there is ${known.join(', ') || 'no voice'}`, async ({
      assert,
      browser,
    }) => {
      const { address } = await receipt()
      const context = await browser.newContext({ baseURL: HOME })
      await voices(context, known)
      await signedIn(context, await officer('masa'))
      const page = await context.newPage()
      await page.goto(`/masa/alindi/${address}?dil=${dil}`)
      await voicesCome(page)
      assert.equal(await page.locator('[data-speak]').isVisible(), isShown)
      await context.close()
    })
  }

  test('says the result at the look-up, on the card and on the letter', async ({
    assert,
    browser,
  }) => {
    const petition = await submitted()
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const context = await browser.newContext({ baseURL: HOME })
    await voices(context, ['tr-TR'])
    await signedIn(context, await officer('masa'))
    const page = await context.newPage()
    for (const path of [`/dosya/${petition.number}`, `/dosya/${petition.number}/mektup`]) {
      await page.goto(path)
      await voicesCome(page)
      await page.locator('[data-speak]').click()
      assert.isTrue((await spoken(page)).some((one) => one.includes('cuma günü onarılacaktır')))
    }
    const { petition: open, secret } = await Petition.receive(details())
    await page.goto('/sorgula')
    await page.fill('[name=number]', open.number)
    await page.fill('[name=secret]', secret.text)
    await page.click('form[action="/sorgula"] button')
    await page.waitForSelector('#spoken')
    await voicesCome(page)
    await page.locator('[data-speak]').click()
    const heard = (await spoken(page)).join(' ')
    assert.match(heard, /bürosunda|birimde/i)
    assert.notInclude(heard, secret.text)
    await context.close()
  })
})
