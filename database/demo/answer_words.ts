import { DateTime } from 'luxon'
import { readList } from '#database/tsv'
import { longDate } from '#shared/dates/turkish_date'

/** What the demonstration's units answer: a stock answer where there is one, plain words otherwise. */
export function answerText(subject: string, outcome: string) {
  const stock = STOCK.find((row) => row.subject === subject && row.outcome === outcome)
  return filled(stock?.text ?? PLAIN[outcome]!)
}

/** Why the answer is not what was asked for. */
export function reasonFor(outcome: string) {
  return outcome === 'inadmissible'
    ? 'Başvuruda, idarenin inceleyip karar verebileceği bir istek bulunmamaktadır.'
    : 'İnceleme sonunda, mevzuatta aranan şartların başvurunuz bakımından oluşmadığı görülmüştür.'
}

const STOCK = readList<'subject' | 'outcome' | 'text'>('answers', 'demo')

const PLAIN: Record<string, string> = {
  granted:
    'Başvurunuz incelendi ve talebiniz uygun bulundu. Gereken işlem yapılmıştır. Ayrıntı için Açık Kapı bürosuna kimliğinizle gelebilirsiniz.',
  partlyGranted:
    'Başvurunuz incelendi ve talebinizin bir bölümü uygun bulundu. Gereken işlem {tarih} tarihine kadar yapılacaktır.',
  refused: 'Başvurunuz incelendi; talebiniz kabul edilememiştir.',
  informed:
    'Başvurunuz incelendi. Yapmanız gerekenler ve gerekli belgeler size anlatıldı. İhtiyaç duyarsanız kimliğinizle birimimize gelebilirsiniz.',
  inadmissible: 'Başvurunuz incelenememiştir.',
}

/** Invented particulars for the blanks of a stock answer. */
function filled(text: string) {
  const blanks: Record<string, string> = {
    tarih: longDate(DateTime.now().plus({ days: 4 })),
    tarih2: longDate(DateTime.now().plus({ days: 7 })),
    tutar: '6.000',
    okul: 'Zeytinli',
    brans: 'göz hastalıkları',
    gun: '2',
    saat: '14.00',
  }
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank)
}
