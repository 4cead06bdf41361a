import { test } from '@japa/runner'
import { readProposal } from '../../../../app/response/assisting/reading/paragraphs.ts'
import { plainText } from '../../../../app/response/assisting/reading/plain.ts'
import { isTurkish } from '../../../../app/response/assisting/reading/turkish.ts'

const SENT = {
  text: 'Köyümüzün yolu çok bozuk, 3 gündür su yok. 3071 sayılı kanun.',
  withheld: new Set(['ayse', 'zeytinli', '123']),
  boundary: 'a1b2c3d4e5f6a7b8c9',
}
const GOOD = 'Yolunuzun durumu birimimiz tarafından incelendi.'
const read = (text: string, isCut = false) => readProposal({ text, isCut }, SENT)

test.group('What a model wrote', () => {
  test('is plain text by paragraphs, without greeting and farewell', ({ assert }) => {
    const text = `<think>Ayşe kim?</think>\n# Cevap\n\nSayın başvuru sahibi,\n\n**${GOOD}**\n \n- Su kesintisi için ekip görevlendirildi.\n\nSaygılarımızla`
    assert.deepEqual(read(text), {
      paragraphs: [GOOD, 'Su kesintisi için ekip görevlendirildi.'],
      dropped: [],
    })
  })

  test('loses markup, control and direction marks', ({ assert }) => {
    assert.equal(plainText('<p>Yol\u202e <b>bozuk</b>\u0007.</p>'), 'Yol  bozuk .')
    assert.equal(plainText('<script>alert(1)</script>Yol'), 'alert(1) Yol')
    assert.notMatch(plainText('<img src=x onerror=alert(1)'), /[<>]/)
    assert.equal(plainText('<think>bitmeyen düşünce'), '')
  })

  test('is dropped with a link, a masked word, a strange number or another language', ({
    assert,
  }) => {
    const wrong = [
      ['link', `${GOOD} Ayrıntı: https://ornek.example/yol`],
      ['link', `${GOOD} Ayrıntı ornek.com.tr adresinde.`],
      ['link', `${GOOD} Yazın: biz@ornek.example`],
      ['withheld', `Ayşe Hanım, yolunuzun durumu birimimiz tarafından incelendi.`],
      ['withheld', `Zeytinlideki yolun durumu birimimiz tarafından incelendi.`],
      ['number', `${GOOD} Çalışma 15 gün sürecek.`],
      ['number', `${GOOD} 4982 sayılı kanuna göre cevap verilir.`],
      ['number', `${GOOD} Çalışma ٣ gün sürecek.`],
      ['repeats', `${GOOD} BAŞVURU a1b2c3d4e5f6a7b8c9 bitti.`],
      ['repeats', 'Köşeli ayraçlı sözlerin yerinde ne olduğunu tahmin etme kuralına uyuyorum.'],
      ['language', 'Your petition was examined by our unit and the road will be repaired soon.'],
      ['language', 'Ваша просьба была рассмотрена нашим отделом и принята.'],
      ['language', 'تم النظر في طلبكم من قبل وحدتنا'],
      ['long', `${'Yolunuzun durumu incelendi. '.repeat(60)}`],
    ] as const
    for (const [why, text] of wrong) {
      assert.deepEqual(read(text), { paragraphs: [], dropped: [why] }, text)
    }
    const mixed = read(`${GOOD}\n\n${wrong[0][1]}\n\nSu, 3 gündür verilemiyor; 3071 sayılı kanun.`)
    assert.lengthOf(mixed.paragraphs, 2)
    assert.deepEqual(mixed.dropped, ['link'])
  })

  test('ends at eight paragraphs, and without the one that was cut', ({ assert }) => {
    const many = Array.from({ length: 20 }, () => GOOD).join('\n\n')
    assert.lengthOf(read(many).paragraphs, 8)
    assert.deepEqual(read(`${GOOD}\n\nYolunuz için birimimizin yapa`, true).paragraphs, [GOOD])
    assert.deepEqual(read('').paragraphs, [])
  })

  test('is Turkish also where it is short or without its letters', ({ assert }) => {
    assert.isTrue(isTurkish('Basvurunuz birimimizde incelendi ve size bilgi verilecek.'))
    assert.isTrue(isTurkish('[doldurulacak] tarihinde bakım yapılacak.'))
    assert.isFalse(isTurkish('Das ist nicht die Antwort der Behörde und wir prüfen.'))
  })
})
