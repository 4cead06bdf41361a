import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { daysIn, termsOfDay } from '../../../../app/intake/search/words/days.ts'
import { isSlip, spellingsOf } from '../../../../app/intake/search/words/spelling.ts'
import { soughtBy, termsOf, wordsOf } from '../../../../app/intake/search/words/terms.ts'

const finds = (typed: string, text: string) => {
  const terms = new Set(termsOf(text))
  return wordsOf(typed).every((word) => soughtBy(word).some((term) => terms.has(term)))
}

test.group('A word that is looked for', () => {
  test('finds it in whatever letters, with whatever endings', ({ assert }) => {
    for (const [typed, text] of [
      ['sokak', 'Sokağımızdaki lamba'],
      ['sokağımızdaki', 'sokak lambası'],
      ['SOKAK', 'SOKAĞIN başında'],
      ['kitap', 'kitabı aldılar'],
      ['kitabım', 'kitap'],
      ['ağaç', 'ağacın dalı'],
      ['ağacı', 'ağaçlar'],
      ['agac', 'AĞAÇ'],
      ['yurt', 'yurdumuzda'],
      ['ışık', 'IŞIKLAR yanmıyor'],
      ['isik', 'ışığı'],
      ['içme', 'İçme suyu'],
      ['su', 'sularımız kesik'],
      ['su', 'suyumuz akmıyor'],
      ['su', 'Suyun rengi'],
      ['suyu', 'su yok'],
      ['iş', 'işimi kaybettim'],
      ['işi', 'iş istiyorum'],
      ['ev', 'evimizin çatısı'],
      ['evimiz', 'ev'],
      ['yol', 'yolumuz bozuk'],
      ['yolu', 'yollarımızdaki çukur'],
      ['çöp', 'çöpler, çöplerin'],
      ['Altınoluk', 'Altınoluk’taki sahil'],
      ['temizlik', 'temizliği yapılmıyor'],
      ['belediyemizdeki', 'Belediye'],
      ['kaymakam', 'Kaymakamlığınız'],
      ['dağ', 'dağın eteği'],
      ['1071. sokak', '1071. Sokak No 4'],
    ] as const) {
      assert.isTrue(finds(typed, text), `${typed}: ${text}`)
    }
  })

  test('does not find another one', ({ assert }) => {
    for (const [typed, text] of [
      ['kat', 'kadın'],
      ['altınkum', 'Altınoluk'],
      ['su', 'sürekli, sus, şube'],
      ['yağ', 'yakın'],
      ['ev', 'evet, evrak'],
      ['iş', 'ışık, işaret'],
    ] as const) {
      assert.isFalse(finds(typed, text), `${typed}: ${text}`)
    }
  })

  test('is cut to what its column holds, and digits of persons are none', ({ assert }) => {
    const terms = termsOf('Kanalizasyonumuzdaki 12345678950 05000123456 çöküntü ❤ سلام')
    assert.isTrue(terms.every((term) => /^[a-z\d]{2,8}$/.test(term)))
    assert.notInclude(terms.join(' '), '123')
    assert.isBelow(termsOf('kelime'.repeat(1000)).length, 5)
  })

  test('costs time that grows with the text alone', ({ assert }) => {
    const long = 'daki'.repeat(25_000)
    assert.isBelow(termsOf(long).length, 20)
  })
})

test.group('A day that is looked for', () => {
  test('is read in each way in which people write it', ({ assert }) => {
    for (const typed of [
      '2 Aralık 2026',
      '02.12.2026',
      '2/12/2026',
      '2026-12-02',
      '2 ARALIK 2026',
    ]) {
      assert.deepEqual(daysIn(typed).days, ['g261202'], typed)
    }
    assert.deepEqual(daysIn('su Aralık 2026').days, ['g2612'])
    assert.equal(daysIn('su 2 Aralık 2026 kesik').rest.replace(/\s+/g, ' '), 'su kesik')
    for (const typed of ['32.12.2026', '30 Şubat 2026', '2026', 'Aralık']) {
      assert.isEmpty(daysIn(typed).days, typed)
    }
    // Of the day in Türkiye.
    const late = DateTime.fromISO('2026-12-01T22:30:00Z')
    assert.deepEqual(termsOfDay(late), ['g261202', 'g2612'])
  })
})

test.group('A slip of the pen', () => {
  test('has a key with the right word in common', ({ assert }) => {
    for (const [typed, meant] of [
      ['kesntisi', 'kesinti'],
      ['sokkak', 'sokak'],
      ['skak', 'sokak'],
      ['lanba', 'lamba'],
      ['kaldirmi', 'kaldırım'],
      ['asfalr', 'asfalt'],
    ] as const) {
      const one = soughtBy(wordsOf(typed)[0]!)[0]!
      const there = termsOf(meant)
      const alike = there.filter((other) => {
        const keys = new Set(spellingsOf(other))
        return isSlip(one, other) && spellingsOf(one).some((key) => keys.has(key))
      })
      assert.isTrue(there.includes(one) || alike.length > 0, `${one}: ${there}`)
    }
    assert.isFalse(isSlip('lamba', 'kanal'))
    // What two words begin with is no slip, whatever comes then.
    for (const [one, other] of [
      ['kapil', 'kapa'],
      ['okul', 'okurlari'],
      ['sulama', 'suya'],
    ] as const) {
      assert.isFalse(isSlip(one, other), `${one} ${other}`)
      assert.isFalse(isSlip(other, one), `${other} ${one}`)
    }
    assert.isEmpty(spellingsOf('su'))
  })
})
