import { test } from '@japa/runner'
import { commonNames } from '../../../../app/response/assisting/masking/common_names.ts'
import { letOut, saysEnough } from '../../../../app/response/assisting/masking/let_out.ts'

const KNOWN = { names: ['Ayşe Deneme'], places: ['Zeytinli', 'Akçay'] }

async function out(text: string) {
  return letOut(text, KNOWN, await commonNames())
}

test.group('What leaves for a model', () => {
  test('names nobody who is known, in whatever letters', async ({ assert }) => {
    const said = [
      'Ben Ayşe Deneme, yolumuz bozuk.',
      'ben ayşe deneme yolumuz bozuk',
      'Ayse Deneme’nin yolu bozuk.',
      'AYŞE DENEME yolu bozuk',
      'Komşular da Ayşenin dediği gibi yolun bozuk olduğunu söylüyor.',
      'Yol Denemeye çıkıyor.',
    ]
    for (const text of said) {
      assert.notMatch((await out(text)).text, /ay[sş]e|deneme/i, text)
    }
  })

  test('names no others that capital letters or a list give away', async ({ assert }) => {
    const said = [
      'Komşum Mehmet Yılmaz yolu kapattı.',
      'Dün komşum Şaziye geldi.',
      'Muhtar Kemal yolu biliyor.',
      'komşum mehmet yolu kapattı',
      'Mehmet Yılmaz yolu kapattı.',
      'Mehmet’in duvarı yola taştı.',
      'İlhan Bey söz vermişti.',
    ]
    for (const text of said) {
      assert.notMatch((await out(text)).text, /mehmet|yılmaz|şaziye|kemal|ilhan/i, text)
    }
  })

  test('names no place, no number, no address and no account', async ({ assert }) => {
    const said = [
      ['Zeytinli’de Atatürk Mahallesi 14. Sokak No: 7', /zeytinli|atatürk|7/i],
      ['zeytinlideki yol', /zeytinli/i],
      ['Telefonum 0500 012 34 56.', /500|34|56/],
      ['Telefonum beş yüz on iki otuz dört elli altı yetmiş', /otuz dört elli/],
      ['Kimlik 12345678950', /123/],
      ['Hesap TR00 0000 0000 0000 0000 0000 00', /0000/],
      ['Plaka 10 ABC 123', /ABC/],
      ['٠٥٠٠٠١٢٣٤٥٦ numara', /[٠-٩]/],
      ['Yazın: deneme.kisi@ornek.example adresine', /@|ornek/],
      ['www.ornek.com.tr/biz ve ornek.com.tr ve https://a.example/b', /ornek|example/],
      ['Başvurum 26 0481 2079', /0481/],
      ['Ada 123 parsel 45678', /45678|123/],
      ['@yolumuz hesabından', /@/],
      ['Doğum günü 02.12.1960', /1960/],
    ] as const
    for (const [text, shape] of said) assert.notMatch((await out(text)).text, shape, text)
  })

  test('keeps what the petition is about', async ({ assert }) => {
    const { text } = await out(
      'Köyümüzün yolu çok bozuk, 3 gündür su yok. 3071 sayılı kanuna göre cevap istiyorum. Belediye gelmedi.'
    )
    for (const word of ['yolu çok bozuk', '3 gündür su yok', '3071 sayılı', 'Belediye']) {
      assert.include(text, word)
    }
  })

  test('remembers what must not come back', async ({ assert }) => {
    const { withheld } = await out('Zeytinli’den Ayşe Deneme, 0500 012 34 56. Yolumuz bozuk.')
    for (const word of ['zeytinli', 'ayse', 'deneme']) assert.isTrue(withheld.has(word), word)
    assert.isFalse(withheld.has('yolumuz'))
  })

  test('is nothing where hardly a word is left', async ({ assert }) => {
    assert.isFalse(saysEnough(await out('AYŞE DENEME ZEYTİNLİ YOL BOZUK')))
    assert.isFalse(saysEnough(await out('')))
    assert.isTrue(saysEnough(await out('Köyümüzün yolu çok bozuk, yağmurda geçilmiyor.')))
  })

  test('takes no longer for a text that is made to', async ({ assert }) => {
    const texts = [
      'A'.repeat(10_000),
      'Aa '.repeat(3_000),
      '1 '.repeat(5_000),
      'bir '.repeat(2_500),
    ]
    for (const text of texts) assert.isString((await out(text)).text)
  })
})
