import { test } from '@japa/runner'
import { placeAt } from '../../../app/organisation/place_at.ts'

const PLACES = ['/masa', '/masa/yeni', '/yonetim'].map((href) => ({ href }))

test.group('The place in the head that a page belongs to', () => {
  test('is the nearest above it', ({ assert }) => {
    const belongs = [
      ['/masa', '/masa'],
      ['/masa/yeni', '/masa/yeni'],
      ['/masa/iade', '/masa'],
      ['/yonetim/gorevliler/4/duzenle', '/yonetim'],
      ['/yonetimler', undefined],
      ['/dosya/2604812075', undefined],
    ]
    for (const [url, href] of belongs) assert.equal(placeAt(url!, PLACES)?.href, href, url)
  })
})
