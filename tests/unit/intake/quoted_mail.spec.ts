import { test } from '@japa/runner'
import { withoutQuoted } from '../../../app/intake/mail/reading/quoted.ts'

test.group('What a mail answers to', () => {
  const own = 'Lambalar yanmıyor.\n\nAyşe'

  for (const above of [
    '29 Kasım 2026 Pazar 10:00 tarihinde Büro <buro@kurum.example> şunları yazdı:',
    'On Sun, 29 Nov 2026 at 10:00, Büro\n<buro@kurum.example> wrote:',
  ]) {
    test(`is left out below “${above.slice(0, 12)}…”`, ({ assert }) => {
      assert.equal(withoutQuoted(`${own}\n\n${above}\n> Alındı.\n>\n> Büro\n`), own)
    })
  }

  test('is left out where nothing stands above it', ({ assert }) => {
    assert.equal(withoutQuoted(`${own}\n> Alındı.`), own)
  })

  test('stays where somebody wrote between its lines, or wrote nothing else', ({ assert }) => {
    for (const text of ['> Hangi gün?\nCuma.', '> Yalnız bu.', own]) {
      assert.equal(withoutQuoted(text), text)
    }
  })
})
