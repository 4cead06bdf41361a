import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { inspect, inspectShown } from '#tests/support/pages'
import { signedIn } from '#tests/support/signed_in'
import { atCounter, openRoom, press } from '#tests/support/waiting_room'
import { Catalogue } from '#organisation'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`

test.group('The waiting room, in a browser', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('a touch gives a number, F8 calls it and loses nothing that was written, the board says it anew with each call', async ({
    assert,
    browser,
    client,
  }) => {
    const kiosk = await openRoom(client)
    await atCounter(client, 'masa', '3')
    const touched = await (await browser.newContext({ baseURL: HOME })).newPage()
    await inspect(touched, kiosk, assert)
    await touched.click('.kiosk__button')
    await touched.waitForURL(`**${kiosk}/1`)
    await inspectShown(touched, assert)

    const wall = await (await browser.newContext({ baseURL: HOME })).newPage()
    await inspect(wall, '/sira/pano', assert)
    await wall.waitForSelector('.board__empty')
    const context = await browser.newContext({ baseURL: HOME })
    await signedIn(context, await officer('masa'))
    const desk = await context.newPage()
    await desk.goto('/masa/yeni')
    await desk.waitForSelector('#room-now [data-key=F8]')
    await desk.fill('[name=text]', 'Yolumuz bozuk.')
    await desk.keyboard.press('F8')
    await desk.waitForSelector('#beside:has-text("Yazdıklarınız kaybolmasın")')
    assert.equal(await desk.inputValue('[name=text]'), 'Yolumuz bozuk.')
    await desk.fill('[name=text]', '')
    await desk.keyboard.press('F8')
    await desk.waitForSelector('.note--good:has-text("1 numara gişenize çağrıldı")')
    await wall.waitForSelector('.board tbody th:has-text("1")')
    await wall.waitForSelector('body[data-said="1"]')
    await inspectShown(wall, assert)
    await desk.waitForSelector('#room-now:has-text("1 numara, gişe 3")')
    await inspect(desk, '/masa/sira', assert)
    await desk.getByRole('button', { name: 'Yeniden çağır' }).click()
    await wall.waitForSelector('body[data-said="2"]')
  })

  test('the board goes on after the line was cut, and says so meanwhile', async ({
    assert,
    browser,
    client,
  }) => {
    const kiosk = await openRoom(client)
    const context = await browser.newContext({ baseURL: HOME })
    const wall = await context.newPage()
    await wall.goto('/sira/pano')
    await context.setOffline(true)
    await wall.waitForSelector('#lost:has-text("Bağlantı koptu")')
    await press(client, kiosk)
    const masa = await atCounter(client, 'masa', '2')
    const called = client.post('/masa/sira/sonraki').loginAs(masa).withCsrfToken().redirects(0)
    await called.form({ after: '' })
    await context.setOffline(false)
    await wall.waitForSelector('.board tbody th:has-text("1")')
    assert.equal(await wall.innerText('#lost'), '')
  })

  test('everything works without scripts', async ({ assert, browser, client }) => {
    const kiosk = await openRoom(client)
    await atCounter(client, 'masa', '3')
    const context = await browser.newContext({ baseURL: HOME, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(kiosk)
    await page.getByRole('button', { name: /^Öncelikli/ }).click()
    await page.waitForURL(`**${kiosk}/1`)
    await signedIn(context, await officer('masa'))
    await page.goto('/masa/yeni')
    await page.click('#room-now a')
    await page.getByRole('button', { name: /^Sonrakini çağır/ }).click()
    await page.waitForURL('**/masa/yeni')
    await page.goto('/sira/pano')
    assert.match(await page.innerText('.board'), /1\s+3/)
    assert.include(await page.content(), '<meta http-equiv="refresh" content="10">')
  })
})
