import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { officer, referredTo, submitted } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'

test.group('An officer who prefers English', (group) => {
  wrapped(group)

  test('reads every page in English', async ({ assert, client }) => {
    const { number } = await referredTo('TAR')
    const waiting = await submitted()
    const pages: Record<string, string[]> = {
      'sef': [
        ...['/masa', '/masa/yeni', '/mesajlar', '/kayit', '/izleme', '/izleme/oneriler', '/hesap'],
        ...[`/dosya/${number}`, `/dosya/${number}/mesajlar`],
        ...['/metinler', '/metinler/received/sms/tr', '/metinler/routed/email/en'],
      ],
      'tarim': ['/birim', `/dosya/${number}`, `/dosya/${number}/mesajlar`],
      'tarim.amir': ['/birim?filtre=approval', `/dosya/${waiting.number}`],
    }
    for (const [login, paths] of Object.entries(pages)) {
      const person = await officer(login)
      person.locale = 'en'
      await person.save()
      for (const path of paths) {
        const answer = await client.get(path).loginAs(person)
        answer.assertStatus(200)
        assert.include(answer.text(), '<html lang="en">', path)
        assert.notInclude(answer.text(), 'translation missing', path)
        await assertValid(assert, answer.text(), path)
      }
    }
  })
})
