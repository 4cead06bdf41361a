import { courses, peopleOf, type Course } from './course.ts'
import { Visitor } from './visitor.ts'

/** How far the day is. */
export interface Progress {
  sent: number
  numbered: number
  concluded: number
  of: number
}

/** So many petitions are under way at once, as at a busy bureau. */
const AT_ONCE = 4

/**
 * A day of the house: each example text goes through the real web form and the real loop until its
 * petitioner can read the result. Whatever does not go as expected ends the day with an error.
 */
export class Day {
  readonly courses: Course[]
  readonly progress: Progress
  readonly #officers = new Map<string, Promise<Visitor>>()

  constructor(
    private readonly base: string,
    limit?: number,
    private readonly told: (progress: Progress) => void = () => {}
  ) {
    this.courses = courses(limit)
    this.progress = { sent: 0, numbered: 0, concluded: 0, of: this.courses.length }
  }

  /** How many text messages there must be at the end. */
  get messages() {
    return this.courses.reduce((sum, { messages }) => sum + messages, 0)
  }

  async run() {
    const waiting = [...this.courses]
    const citizen = async () => {
      const visitor = new Visitor(this.base)
      for (let course = waiting.shift(); course; course = waiting.shift()) {
        await this.#take(course, visitor)
      }
      visitor.leave()
    }
    await Promise.all(Array.from({ length: AT_ONCE }, citizen))
    for (const officer of this.#officers.values()) (await officer).leave()
  }

  async #take(course: Course, citizen: Visitor) {
    const receipt = await this.#apply(course, citizen)
    const file = `/dosya/${receipt.number}`
    if (course.way === 'outside') await this.#forward(course, file)
    else await this.#answer(course, file)

    const result = await citizen.send('/sorgula', receipt)
    if (!result.body.includes(`data-outcome="${course.outcome}"`)) {
      throw new Error(`petition ${course.position} does not read as ${course.outcome}`)
    }
    this.#count('concluded')
  }

  async #apply({ text, subject, phone, position }: Course, citizen: Visitor) {
    const typed = {
      text,
      subject,
      kind: 'request',
      place: 'Zeytinli Mahallesi',
      complained: '',
      name: `Deneme Kişi ${position}`,
      nationalId: '12345678950',
      phone,
      address: '',
      email: '',
    }
    const sent = await citizen.fillIn('/basvuru', '/basvuru', typed)
    this.#count('sent')
    const { body } = await citizen.open(sent.headers.location!)
    const number = /data-number="(\d{10})"/.exec(body)?.[1]
    const secret = /data-secret="([A-Z0-9]{6})"/.exec(body)?.[1]
    if (!number || !secret) throw new Error(`petition ${position} was given no number and code`)
    this.#count('numbered')
    return { number, secret }
  }

  async #forward({ unit }: Course, file: string) {
    const bureau = await this.#officer('masa')
    await bureau.fillIn(file, `${file}/gonderme`, {
      'forward-unit': unit,
      'forward-document_number': 'E-1',
    })
  }

  async #answer({ unit, outcome }: Course, file: string) {
    const bureau = await this.#officer('masa')
    await bureau.fillIn(file, `${file}/yonlendirme`, { 'refer-unit': unit, 'refer-note': '' })
    const { drafts, decides } = peopleOf(unit)
    const drafter = await this.#officer(drafts)
    await drafter.fillIn(file, `${file}/cevap`, {
      ...asDraft({ ...ANSWER, ...WORDS[outcome], outcome }),
      intent: 'submit',
    })
    const head = await this.#officer(decides ?? drafts)
    await head.fillIn(file, `${file}/onay`, {})
  }

  #officer(login: string) {
    const officer = this.#officers.get(login) ?? Visitor.signedIn(this.base, login)
    this.#officers.set(login, officer)
    return officer
  }

  #count(what: 'sent' | 'numbered' | 'concluded') {
    this.progress[what]++
    this.told(this.progress)
  }
}

const REMEDY =
  'Bu cevaba katılmıyorsanız tebliğden itibaren 60 gün içinde yetkili idare mahkemesinde dava açabilirsiniz.'
/** The fields of a draft, by the names that they have on the card. */
function asDraft(words: Record<string, string>) {
  return Object.fromEntries(Object.entries(words).map(([field, word]) => [`draft-${field}`, word]))
}

const ANSWER = {
  text: 'Başvurunuz incelendi ve gereği yapıldı.',
  reason: '',
  remedy: '',
  ground: '',
}

/** What an outcome needs beside the answer itself: a reason and a remedy where it is negative. */
const WORDS: Record<string, Partial<typeof ANSWER>> = {
  refused: {
    text: 'Talebiniz kabul edilemedi.',
    reason: 'Bu yardım için aranan gelir şartı oluşmadı.',
    remedy: REMEDY,
  },
  partlyGranted: {
    text: 'Talebinizin bir bölümü kabul edildi.',
    reason: 'Bu yılın ödeneği kalan bölüme yetmiyor.',
    remedy: REMEDY,
  },
  inadmissible: {
    text: 'Başvurunuz incelenememiştir.',
    reason: 'Konu hakkında mahkemede açılmış bir dava var.',
    remedy: REMEDY,
    ground: 'courts',
  },
}
