import { test } from '@japa/runner'
import { asWritten } from '../../../../app/response/waves/words/written.ts'

const WORDS = ['calisma', 'yapilmasi', 'seyhan']

test.group('The words of a wave’s name', () => {
  test('have the letters that people wrote, whoever left them out', ({ assert }) => {
    const texts = [
      'Yol ÇALIŞMASI değil, çalışma yapılması gerekir.',
      'Çalışma yapilmasi lazim.',
      'Calisma yapilmasi, Seyhan’ın kenarında. CALISMA ISTIYORUM, calisma.',
    ]
    assert.deepEqual(asWritten(WORDS, texts), ['çalışma', 'yapılması', 'Seyhan'])
  })

  test('of who shouts are written small', ({ assert }) => {
    assert.deepEqual(asWritten(['calisma'], ['ÇALIŞMA YAPILSIN']), ['çalışma'])
    assert.deepEqual(asWritten(['ogrendik'], ['ÖĞRENDİK', 'ogrendik, ogrendik']), ['öğrendik'])
    assert.deepEqual(asWritten(['istiyorum'], ['ISTIYORUM', 'istiyorum']), ['istiyorum'])
  })

  test('get no ı where whoever shouts leaves all Turkish letters out', ({ assert }) => {
    const texts = ['SU KESINTISI COK UZUN SURUYOR', 'SU KESINTISI', 'CALISMA, ÇALIŞMA, CALISMA']
    assert.deepEqual(asWritten(['kesintisi', 'calisma'], texts), ['kesintisi', 'çalışma'])
  })

  test('stay as they are compared where nobody wrote them', ({ assert }) => {
    assert.deepEqual(asWritten(WORDS, []), WORDS)
    assert.deepEqual(asWritten(WORDS, ['Başka bir şey.', '']), WORDS)
    assert.deepEqual(asWritten([], ['Çalışma.']), [])
  })

  test('say no word that is not one of them', ({ assert }) => {
    const said = asWritten(['calisma'], ['Ben Ayşe Örnek, 0500 000 00 00. Çalışma istiyorum.'])
    assert.deepEqual(said, ['Çalışma'])
  })
})
