import { test } from '@japa/runner'
import { likenessOf } from '../../../../app/intake/joining/words/alike.ts'
import { MOST_TERMS, termsOf } from '../../../../app/intake/joining/words/terms.ts'

const PLACE = 'Akçay Mahallesi'

/** As people write of one subject, each list of one problem; by whoever wrote the rule. */
const TOLD: Record<string, string[][]> = {
  lamps: [
    [
      'Sokak lambaları üç gündür yanmıyor, gece her yer karanlık.',
      'Akçay’da lambalar yanmıyor, çocuklar karanlıkta kalıyor.',
      'sokak lambasi bozuk tamir edilsin lutfen',
      'Mahallemizde aydınlatma yok, akşam dışarı çıkamıyoruz. Lambalar sönük.',
      'lambalar calismiyor karanlikta yuruyoruz',
    ],
    [
      'Parkın yanındaki direğe yeni lamba takılsın istiyoruz.',
      'Yeni yapılan sokağımıza direk ve lamba konulmasını istiyoruz.',
    ],
    [
      'Sokak lambası gündüz de yanıyor, israf oluyor.',
      'lambalar gunduz yaniyor elektrik bosa gidiyor',
    ],
  ],
  roads: [
    [
      'Yolumuz çukur dolu, arabalar zarar görüyor.',
      'Sokağımızın yolu çok bozuk, asfalt yapılsın.',
      'yol cukur icinde araba suremiyoruz asfalt dokulsun',
      'Asfalt bozuldu, çukurlar yüzünden lastik patladı.',
      'Kazıdan sonra yol kapatılmadı, her yer çukur.',
    ],
    [
      'Kaldırım taşları söküldü, yaşlılar düşüyor.',
      'kaldirim kirik bebek arabasiyla gecemiyoruz',
      'Kaldırımlar bozuk, yürünmüyor, taşlar oynuyor.',
    ],
    [
      'Yola kasis yapılsın, arabalar çok hızlı geçiyor.',
      'Okulun önüne kasis istiyoruz, araçlar hızlı.',
    ],
  ],
  water: [
    [
      'Üç gündür su yok, çocuklarla perişan olduk.',
      'Sular kesik, ne zaman gelecek?',
      'su kesintisi bitmiyor musluktan su akmiyor',
      'Mahallede sular akmıyor iki gündür.',
      'Suyumuz kesildi tanker gönderin.',
    ],
    [
      'Musluktan çamurlu su geliyor içilmiyor.',
      'Su sarı akıyor, kokuyor, içemiyoruz.',
      'cesmeden bulanik su geliyor hasta olduk',
    ],
    [
      'Su faturası çok yüksek geldi, sayaç kontrol edilsin.',
      'su faturam iki katina cikti itiraz ediyorum',
    ],
  ],
  dogs: [
    [
      'Başıboş köpekler çocuklara saldırıyor, toplansın.',
      'sokak kopekleri okula giden cocuklari kovaliyor',
      'Köpek sürüsü var mahallede, korkuyoruz, toplayın.',
      'Sahipsiz köpekler geceleri saldırgan, çocuğumu ısırdı.',
    ],
    ['Yaralı bir kedi var, barınağa alınsın.', 'Yaralı kedi için veteriner gönderin.'],
    ['Sokak hayvanlarına mama ve su kabı konulsun.', 'kediler icin mama kabi istiyoruz'],
  ],
  rubbish: [
    [
      'Çöpler toplanmıyor, üç gündür konteyner dolu.',
      'cop kamyonu gelmiyor konteynerler tasti',
      'Çöpler alınmadı, sokak kokuyor, sinek var.',
      'Konteynerler taşıyor çöp toplansın.',
    ],
    [
      'Sokağımıza konteyner konulsun, en yakın konteyner çok uzak.',
      'yeni cop konteyneri istiyoruz',
    ],
    [
      'İlaçlama yapılmıyor sivrisinekten duramıyoruz',
      'Sivrisinek ilaçlaması yapılsın, uyuyamıyoruz.',
    ],
  ],
  sewage: [
    [
      'Rögar taştı, kanalizasyon sokağa akıyor, koku dayanılmaz.',
      'kanalizasyon patladi pis su yola akiyor',
      'Foseptik kokusu var, kanalizasyon taşıyor.',
      'Pis su akıyor, rögar tıkalı.',
    ],
    ['Mahallemize kanalizasyon hattı çekilsin.', 'Kanalizasyon yok, hat döşenmesini istiyoruz.'],
  ],
  buses: [
    [
      'Otobüs saatleri yetersiz, sefer artırılsın.',
      'otobus seferleri az bir saat bekliyoruz',
      'Mahallemize daha sık otobüs istiyoruz.',
    ],
    ['Dolmuş şoförü yaşlıları almıyor.', 'minibus soforu engelli karti kabul etmedi'],
    ['Durağa kapalı bekleme yeri yapılsın.', 'otobus duragina cati yapilsin yagmurda islaniyoruz'],
  ],
  power: [
    [
      'Elektrik iki gündür kesik, buzdolabındaki her şey bozuldu.',
      'elektrikler gitti gelmiyor',
      'Sabahtan beri elektrik yok.',
      'elektrik kesintisi cok sik oluyor bugun yine yok',
    ],
    ['Elektrik faturam yanlış, sayaç okunmamış.', 'fatura cok yuksek sayac hatali'],
    ['Trafo çok ses yapıyor, yeri değişsin.'],
  ],
}

const terms = (text: string) => termsOf(text, PLACE)

/** For each text, whether the one that is most like it is of its problem; null: none is. */
function found() {
  return Object.values(TOLD).flatMap((problems) => {
    const all = problems.flatMap((texts, problem) =>
      texts.map((text) => ({ problem, terms: terms(text) }))
    )
    return all.map((own) => {
      const [best] = all
        .filter((other) => other !== own)
        .map((other) => ({ other, likeness: likenessOf(own.terms, other.terms) }))
        .filter(({ likeness }) => likeness > 0)
        .sort((one, other) => other.likeness - one.likeness)
      return best ? best.other.problem === own.problem : null
    })
  })
}

test.group('The words of a problem', () => {
  test('are the same however they are typed and end', ({ assert }) => {
    assert.deepEqual(terms('SOKAĞIMIZDAKİ LAMBALAR yanmıyor'), terms('lambası yanmiyordu'))
    assert.deepEqual(terms('İSKİ’den su'), ['iski', 'su'])
    assert.notInclude(terms('Akçay’da çukur var'), 'akcay')
    assert.isEmpty(terms('… 42!'))
  })

  test('are never more than so many, whatever somebody writes', ({ assert }) => {
    const all = Array.from({ length: 2_000 }, (_one, at) => `${at}`.replace(/\d/g, letter))
    assert.lengthOf(terms(all.map((word) => `kx${word}`).join(' ')), MOST_TERMS)
    assert.isAtMost(terms(`${'ğ'.repeat(10_000)} çukur`).join(' ').length, 160)
  })

  test('say that there is no water in whatever words', ({ assert }) => {
    assert.isAbove(likenessOf(terms('Sular kesik.'), terms('Üç gündür su akmıyor.')), 0)
    assert.equal(likenessOf(terms('Sular kesik.'), terms('Su faturası yüksek geldi.')), 0)
  })

  test('find the same problem, and hardly ever another one of the subject', ({ assert }) => {
    const all = found()
    const offered = all.filter((is) => is !== null)
    const right = offered.filter(Boolean)
    assert.lengthOf(all, 65)
    // Of what is urgent nothing is offered; one of them is read so without need.
    assert.isAtLeast(right.length, 47)
    assert.isAtMost(offered.length - right.length, 3)
  })
})

function letter(digit: string) {
  return String.fromCharCode(97 + Number(digit))
}
