/** What happens to one petition that more than one authority has had. */
export interface Journey {
  /** code of the authority where it comes in */
  office: string
  /** days ago */
  begins: number
  ends: number
  text: string
  course: readonly Act[]
}

export type Act =
  | { does: 'handOver'; to: string; note: string }
  | { does: 'handBack'; reason: string }
  | { does: 'refer' | 'call' | 'submit' | 'approve' }

const [REFER, CALL, SUBMIT, APPROVE] = (['refer', 'call', 'submit', 'approve'] as const).map(
  (does) => ({ does })
) as [Act, Act, Act, Act]

function over(to: string, note: string): Act {
  return { does: 'handOver', to, note }
}

/** Between the governorate and its districts: on the way, given back, at work and concluded. */
export const JOURNEYS: readonly Journey[] = [
  {
    ...{ office: 'edremit', begins: 1, ends: 0 },
    text: 'İl özel sulama projesinden bahçeme su verilecekti, iki yıldır bekliyorum.',
    course: [over('balikesir', 'Sulama projesini il yürütüyor; başvuru Valiliğin işidir.')],
  },
  {
    ...{ office: 'ayvalik', begins: 2, ends: 0 },
    text: 'Zeytin sıkım desteği listesine adım yazılmamış, düzeltilmesini istiyorum.',
    course: [over('balikesir', 'Destek listesi il düzeyinde düzenleniyor.')],
  },
  {
    ...{ office: 'burhaniye', begins: 5, ends: 1 },
    text: 'Köy meramıza başka köyün sürüsü giriyor, sınırın gösterilmesini istiyoruz.',
    course: [
      over('balikesir', 'Mera sınırları il mera komisyonunun kararıyla belirlenmişti.'),
      {
        does: 'handBack',
        reason: 'Sınır bellidir; yerinde gösterilmesi ilçe tarım müdürlüğünün işidir.',
      },
    ],
  },
  {
    ...{ office: 'havran', begins: 4, ends: 1 },
    text: 'Dolu ceviz bahçemi vurdu, zarar tespiti için gelen olmadı.',
    course: [over('balikesir', 'Hasar tespit heyeti ilden görevlendirildi.'), REFER, CALL],
  },
  {
    ...{ office: 'burhaniye', begins: 6, ends: 1 },
    text: 'Arıcılık kaydım sistemde görünmüyor, kovan desteği alamıyorum.',
    course: [over('balikesir', 'Kayıtlar il müdürlüğünde tutuluyor.'), REFER, CALL, SUBMIT],
  },
  {
    ...{ office: 'edremit', begins: 12, ends: 6 },
    text: 'Fidan desteği için verdiğim belgeler kaybolmuş, yeniden istiyorlar.',
    course: [
      over('balikesir', 'Belgeler ilde; destek dosyasını il müdürlüğü yürütüyor.'),
      ...[REFER, CALL, SUBMIT, APPROVE],
    ],
  },
  {
    ...{ office: 'ayvalik', begins: 14, ends: 8 },
    text: 'Edremit sınırındaki tarlamın yolu tarım aracı geçemeyecek kadar bozuldu.',
    course: [
      over('edremit', 'Tarla Edremit sınırları içindedir.'),
      ...[REFER, CALL, SUBMIT, APPROVE],
    ],
  },
]

/** What came in at each office beside the first one, and waits there. */
export const WAITING = [
  'Köyümüzün sulama kanalı tıkandı, tarlalara su gelmiyor. Temizlenmesini istiyoruz.',
  'Zeytin ağaçlarım için verilen desteğin ne zaman yatacağını öğrenmek istiyorum.',
  'Mahallemizdeki parkın lambaları iki haftadır yanmıyor.',
]
