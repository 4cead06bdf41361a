/** What a flood of petitions says: sentences that are handed on, each as a few people word it. */
export interface Rumour {
  name: string
  /** labels of `resources/routing/examples.tsv` of which a text says the same, and no need of its own */
  same: readonly string[]
  sentences: readonly (readonly string[])[]
}

/** Invented, as such messages are: somebody heard that there is money, and everybody sends it on. */
export const RUMOURS: readonly Rumour[] = [
  {
    name: 'household money',
    same: ['sosyal.nakdi', 'sosyal.gida'],
    sentences: [
      [
        'Devletin her haneye 5000 lira destek vereceğini duydum.',
        'Her haneye 5000 lira destek verileceğini öğrendik.',
      ],
      [
        'Başvuruların kaymakamlıktan alındığı söyleniyor.',
        'Kaymakamlıktan başvuru alındığını söylediler.',
      ],
      ['Ben de bu destekten yararlanmak istiyorum.', 'Bu destekten faydalanmak istiyorum.'],
      ['Adımın listeye yazılmasını talep ediyorum.', 'Listeye adımın eklenmesini istiyorum.'],
    ],
  },
  {
    name: 'power cuts',
    same: ['enerji.elektrik'],
    sentences: [
      [
        'Mahallemizde iki haftadır her akşam elektrik kesiliyor.',
        'İki haftadır akşamları elektrikler kesiliyor mahallemizde.',
      ],
      [
        'Buzdolabındaki yiyecekler bozuldu, çocuklar karanlıkta ders çalışıyor.',
        'Dolaptaki yiyeceklerimiz bozuldu ve çocuklar karanlıkta kalıyor.',
      ],
      ['Trafonun yenilenmesini istiyoruz.', 'Eski trafonun değiştirilmesini talep ediyoruz.'],
    ],
  },
  {
    name: 'the school stays open',
    same: ['egitim.tasima'],
    sentences: [
      [
        'Köy okulumuzun kapatılacağını üzülerek öğrendik.',
        'Köyümüzdeki okulun kapanacağını duyduk.',
      ],
      [
        'Çocuklarımız kış günü taşımalı eğitime gitmek zorunda kalacak.',
        'Küçük çocuklar kışın servisle uzağa taşınacak.',
      ],
      [
        'Okulun açık kalması için gereğini arz ederiz.',
        'Okulumuzun kapatılmamasını ve açık kalmasını istiyoruz.',
      ],
      [
        'Bu karardan vazgeçilmesini bekliyoruz.',
        'Kararın yeniden gözden geçirilmesini rica ederiz.',
      ],
    ],
  },
  {
    name: 'land for everybody',
    same: [],
    sentences: [
      [
        'Hazine arazilerinin vatandaşa bedelsiz dağıtılacağı haberini gördüm.',
        'Sosyal medyada hazine arazilerinin bedelsiz verileceği yazıyor.',
      ],
      [
        'Evi olmayan ailelere öncelik tanınacakmış.',
        'Öncelik ev sahibi olmayan ailelere tanınacakmış.',
      ],
      ['Bana da bir arsa verilmesini istiyorum.', 'Ben de arsa almak için müracaat ediyorum.'],
    ],
  },
]

export const GREETINGS = [
  ...['', '', 'Sayın Kaymakamım,', 'Merhaba,', 'İyi günler.', 'Selamün aleyküm.'],
  ...['Sayın yetkili,', 'Kolay gelsin.'],
]
export const ENDINGS = [
  ...['', '', 'Saygılarımla.', 'Gereğinin yapılmasını arz ederim.', 'Teşekkür ederim.'],
  ...['Şimdiden teşekkürler.', 'Allah razı olsun.', 'Yardımlarınızı bekliyorum.'],
]
/** Who writes; of it nothing is asked. */
export const SELF = [
  ...['Adım Ayşe Deneme.', 'Ben Veli Örnek.', 'İsmim Işıl Sınama, ev hanımıyım.'],
  ...['Emekliyim.', 'Üç çocuk annesiyim.', 'Akçay mahallesinde oturuyorum.', 'Çalışmıyorum.'],
  ...['Zeytinli mahallesinde ikamet ediyorum.', 'Eşim işsiz.', 'Kirada oturuyoruz.'],
]
