import { test } from '@japa/runner'
import { nameKey } from '#intake'
import { unanswered } from '../../../../app/response/checks/rules/asked.ts'
import { missingGrounds } from '../../../../app/response/checks/rules/grounds.ts'
import { foreignNames } from '../../../../app/response/checks/rules/names.ts'
import { longSentences } from '../../../../app/response/checks/rules/sentences.ts'
import { openPromises } from '../../../../app/response/checks/rules/promises.ts'
import { numbersIn } from '../../../../app/response/checks/words/number_shapes.ts'
import { officialWordList } from '../../../../app/response/checks/words/official_words.ts'
import { sentencesOf } from '../../../../app/response/checks/words/sentences.ts'
import { masked } from '../../../../app/response/examples/mask.ts'

const REMEDY = 'Bu cevaba karşı 60 gün içinde idare mahkemesinde dava açabilirsiniz.'
const draft = (outcome: string, text: string, reason = '', remedy = '') =>
  missingGrounds({ outcome, ground: null, text, reason, remedy })

test.group('The rules of the checks', () => {
  test('a refusal says why and where to go, and a grant refuses nothing', ({ assert }) => {
    const reason = 'Yol bu yılın programında yoktur.'
    assert.isNull(draft('refused', 'Yapamıyoruz.', reason, REMEDY))
    assert.lengthOf(draft('refused', 'Yapamıyoruz.', 'Uygun değil.', REMEDY)!.places, 1)
    assert.lengthOf(draft('refused', 'Yapamıyoruz.', reason, 'Yoktur.')!.places, 1)
    assert.isNotNull(draft('granted', 'Talebiniz uygun görülmemiştir.'))
    assert.isNotNull(draft('informed', 'Başvurunuz reddedildi.'))
    assert.isNull(draft('granted', 'Yolunuz onarıldı.'))
  })

  test('a full stop after an abbreviation, a number or a letter ends no sentence', ({ assert }) => {
    const one = [
      'Kum, çakıl vb. malzeme serildi.',
      'Md. 5 uygulanır.',
      'T.C. Edremit Kaymakamlığı 3. katta.',
      'Dr. A. Deneme geldi.',
      'Toplantı 02.12.2026 günü saat 14.30’da.',
    ]
    for (const text of one) assert.lengthOf(sentencesOf(text), 1, text)
    assert.lengthOf(sentencesOf('Geldik. Gördük! Sorun var mı? Yok'), 4)
    assert.lengthOf(sentencesOf('Toplantı 02.12.2026. Siz de gelin.'), 2)
    assert.lengthOf(sentencesOf('bir\niki'), 2)
  })

  test('twenty words on average are enough', ({ assert }) => {
    const words = (count: number) => `${'söz '.repeat(count).trim()}.`
    assert.isNull(longSentences(words(20)))
    assert.isNotNull(longSentences(words(21)))
    assert.isNull(longSentences(`${words(30)} ${words(8)}`))
  })

  test('telephones and identity numbers are read in every spelling, dates are none', ({
    assert,
  }) => {
    const all = [
      ['0500 012 34 56', '5000123456'],
      ['+90 (500) 012-34-56', '5000123456'],
      ['0500.0123456', '5000123456'],
      ['500 01 23 456', '5000123456'],
      ['٠٥٠٠٠١٢٣٤٥٦', '5000123456'],
      ['0(266) 000 00 00', '2660000000'],
      ['123 456 789 50', '12345678950'],
      ['TR00 0000 0000 0000 0000 0000 00', '000000000000000000000000'],
    ]
    for (const [text, digits] of all) {
      const found = numbersIn(`Ara: ${text}.`)
      assert.deepEqual(
        found.map((one) => one.digits),
        [digits],
        text
      )
    }
    const none = ['02.12.2026 9.30', '26 0481 2079', '3071 sayılı', '1.500.000 TL', '12345678951']
    for (const text of none) assert.deepEqual(numbersIn(text), [], text)
  })

  test('a name is found with suffixes and in any letters, and not inside another one', ({
    assert,
  }) => {
    const others = new Set([nameKey('Şükrü Işık')!])
    for (const text of [
      "Şükrü Işık'ın yolu",
      'SUKRU ISIK’A',
      'sayın şükrü ışık geldi',
      'Işık Şükrü',
    ]) {
      assert.isNotNull(foreignNames(text, others, nameKey), text)
    }
    for (const text of ['Şükrü geldi. Işık yandı.', 'Şükrü, Işık', 'Ali Şükrü']) {
      assert.isNull(foreignNames(text, others, nameKey), text)
    }
  })

  test('a refusal, a condition or a coming year is no promise', ({ assert }) => {
    for (const text of [
      'Yol yapılmayacaktır.',
      'Gelecek yıl, bakarız.',
      'Ödenecek tutar 5 liradır.',
    ]) {
      assert.isNull(openPromises(text), text)
    }
    assert.lengthOf(
      openPromises('Bakılacak, sonra onarılacaktır. 3 Mart’ta bitireceğiz.')!.places,
      1
    )
  })

  test('the day of the sentence before holds on, but not that of what has happened', ({
    assert,
  }) => {
    for (const text of [
      'Ekibimiz 4 Aralık 2026 günü geliyor. Zararı yerinde görüp tutanak yazacak.',
      'Cuma günü arayacağız. Sonucu da o zaman söyleyeceğiz.',
      'Gıda kolisi bugün yola çıktı. Akşama kadar kapınıza bırakılacak.',
      'Pazartesi ile cuma arasında uğrayın, görevlimiz küpeyi takacak.',
    ]) {
      assert.isNull(openPromises(text), text)
    }
    for (const text of [
      'Başvurunuzu 3 Aralık 2026 günü aldık. Yolunuzu yapacağız.',
      'Ekibimiz yarın geliyor. Zararınız en kısa sürede ödenecek.',
      'Örnek aldık. Sonucu size yazacağız.',
    ]) {
      assert.lengthOf(openPromises(text)!.places, 1, text)
    }
  })

  test('the officer’s own list speaks before any guess', ({ assert }) => {
    const asked = 'Salıncağın tamir edilmesini istiyorum. Çukurun kapatılmasını rica ederim.'
    assert.isNull(unanswered([{ text: 'Salıncak', isAnswered: true }], asked, 'Tamam.'))
    assert.lengthOf(unanswered([{ text: 'Lamba', isAnswered: false }], asked, 'Lamba.')!.places, 1)
  })

  test('the list of official words has eighty pairs at least, each once', async ({ assert }) => {
    const list = await officialWordList()
    const patterns = list.map(({ pattern }) => JSON.stringify(pattern))
    assert.isAtLeast(list.length, 80)
    assert.lengthOf([...new Set(patterns)], list.length)
    for (const { plain } of list) assert.isNotEmpty(plain)
  })
})

test.group('Masking an answer', () => {
  test('leaves neither names nor numbers nor places, and the law’s own figures', ({ assert }) => {
    const known = { names: ['Ayşe Deneme'], places: ['Akçay Mahallesi'] }
    const said: [string, string][] = [
      ["Ayşe Deneme'ye haber verildi.", "[ad]'ye haber verildi."],
      ['AYŞE DENEME geldi.', '[ad] geldi.'],
      ['Sayın Mehmet Örnek, geldik.', 'Sayın [ad], geldik.'],
      ['Muhtar Hasan Bey arandı.', '[ad] Bey arandı.'],
      ['Akçay Mahallesi suyu açıldı.', '[yer] suyu açıldı.'],
      ['Atatürk Caddesi No: 5 onarıldı.', '[yer] [numara] onarıldı.'],
      ['120 ada 7 parsel size ait.', '[numara] ada [numara] parsel size ait.'],
      ['3 Mart 2027 günü 1.500 TL ödendi.', '[tarih] günü [tutar] ödendi.'],
      ['0500 012 34 56 ve a@ornek.example', '[telefon] ve [e-posta]'],
      ['10 AB 123 plakalı araç', '[plaka] plakalı araç'],
      ['12345678950 numaralı kişi', '[kimlik no] numaralı kişi'],
      ['3071 sayılı Kanun, madde 6', '3071 sayılı Kanun, madde 6'],
      ['İlçe Tarım Müdürlüğü 60 gün bekler.', 'İlçe Tarım Müdürlüğü 60 gün bekler.'],
    ]
    for (const [text, wanted] of said) assert.equal(masked(text, known), wanted)
  })
})
