import db from '@adonisjs/lucid/services/db'
import type { Asker, Side } from './two_authorities.js'

/** What a petition of an authority is found by: by its own people, and by nobody else. */
export interface Lived {
  side: Side
  number: string
  secret: string
  /** The address of its receipt. */
  receipt: string
  /** Ids of its first text, and of one that tried a gateway. */
  message: number
  test: number
}

/**
 * Whatever can happen to petitions of one authority, through its own pages: from the web and the desk,
 * to units and away, back, restricted, answered, corrected, told, not told and told again.
 */
export async function lived(asker: Asker, side: Side): Promise<Lived> {
  const life = new Life(asker, side)
  // First: from then on whoever sends knows the texts of both.
  await life.worded()
  const first = await life.apply(side.at('/basvuru'), 1)
  await life.answered(first.number)
  const english = await life.apply(side.at('/en/basvuru'), 2)
  await life.answered(english.number)
  const atDesk = await life.apply('/masa/yeni', 3, {
    kind: 'complaint',
    complained: side.unit('EMN'),
  })
  await life.returned(atDesk.number)
  await life.forwarded((await life.apply(side.at('/basvuru'), 4)).number)
  await life.restricted((await life.apply(side.at('/basvuru'), 5)).number)
  await life.urgent((await life.apply(side.at('/basvuru'), 7)).number)
  await life.apply(side.at('/basvuru'), 6, { kind: 'complaint', complained: side.unit('AKB') })
  await life.waited()
  await life.heard()
  const message = await life.missed(first.number)
  await life.lookedFor(first)
  return { side, ...first, message, test: await life.tried() }
}

/** As if a worker sent through it: only then its board says more than that nobody does. */
async function gatewayWorks() {
  const gateway = 'log'
  if (await db.from('gateway_leases').where({ gateway }).first()) return
  const [now, later] = ['2026-01-05 09:00:00', '2036-01-05 09:00:00']
  await db.table('gateway_leases').insert({ gateway, holder: 'journey', until: later })
  const report = { link: 'bound', since: now, reported_at: now, in_flight: 0, replies: 0 }
  await db.table('gateway_reports').insert({ gateway, ...report })
}

class Life {
  constructor(
    private readonly asker: Asker,
    private readonly side: Side
  ) {}

  async apply(form: string, at: number, about: Record<string, string> = {}) {
    const { mark } = this.side
    const who = form === '/masa/yeni' ? 'masa' : null
    const typed = {
      text: `Köyümüzün yolu bozuk ${mark} ${at}`,
      kind: 'request',
      subject: '',
      place: `Köy ${mark}`,
      name: `Deneme ${mark}`,
      nationalId: '12345678950',
      phone: this.side.phone(at),
      email: `${mark.toLowerCase()}${at}@ornek.example`,
      address: `Sokak ${mark}`,
      ...(who && { channel: 'desk', locale: 'tr' }),
      ...about,
    }
    const sent = await this.asker.send(this.side, who, form, form, typed)
    const receipt = sent.header('location')!
    const page = (await this.asker.get(this.side, who, receipt)).text()
    const [, number] = /data-number="(\d{10})"/.exec(page)!
    const [, secret] = /data-secret="([A-Z0-9]{6})"/.exec(page)!
    return { number: number!, secret: secret!, receipt }
  }

  /** From the desk to a unit, through its head, who mends the words, to the petitioner. */
  async answered(number: string) {
    const { mark } = this.side
    await this.refer(number, 'TAR')
    await this.press(number, 'tarim', 'gorusme', {
      ...{ 'contact-way': 'call', 'contact-result': 'reached', 'contact-note': `Arandı ${mark}` },
    })
    const draft = { 'draft-outcome': 'granted', 'draft-text': `Yol onarılacak ${mark}` }
    await this.press(number, 'tarim', 'cevap', { ...draft, intent: 'save' })
    await this.press(number, 'tarim', 'cevap', { ...draft, intent: 'submit' })
    await this.press(number, 'tarim.amir', 'duzeltme', { 'sendBack-reason': `Tarih? ${mark}` })
    await this.press(number, 'tarim', 'cevap', { ...draft, intent: 'submit' })
    await this.press(number, 'tarim.amir', 'metin', {
      ...{ 'correct-outcome': 'granted', 'correct-text': `Yol yapılacak ${mark}` },
    })
    await this.press(number, 'tarim.amir', 'onay', {})
  }

  async returned(number: string) {
    await this.refer(number, 'TAR')
    const { mark } = this.side
    const reason = {
      'return-reason': `Bizim değil ${mark}`,
      'return-suggested': this.side.unit('ORM'),
    }
    await this.press(number, 'tarim', 'iade', reason)
  }

  async forwarded(number: string) {
    await this.press(number, 'sef', 'gonderme', {
      'forward-unit': this.side.unit('BEL'),
      'forward-text': `Belediye cevaplar ${this.side.mark}`,
    })
  }

  async restricted(number: string) {
    await this.press(number, 'sef', 'kisit', { 'restrict-why': `Komşusu ${this.side.mark}` })
    await this.press(number, 'sef', 'kisit/kaldir', {
      'liftRestriction-why': `Gerek kalmadı ${this.side.mark}`,
    })
  }

  async urgent(number: string) {
    const { mark } = this.side
    const now = { 'setUrgency-level': 'atOnce', 'setUrgency-why': `Telefonda ağladı ${mark}` }
    await this.press(number, 'sef', 'aciliyet', now)
    const done = { 'meetUrgency-called': `187 ${mark}`, 'meetUrgency-done': `Vana kapandı ${mark}` }
    await this.press(number, 'sef', 'gereken', done)
  }

  /** Somebody takes a number and is called to a counter. */
  async waited() {
    const { mark } = this.side
    const setting = await this.asker.get(this.side, 'sef', '/yonetim/makam/sira')
    const [, kiosk = ''] = /class="kiosk-address" href="([^"]+)"/.exec(setting.text())!
    for (const address of [kiosk, `/en${kiosk}`]) {
      const sent = await this.asker.send(this.side, null, address, address, { sort: 'priority' })
      await this.asker.get(this.side, null, sent.header('location')!)
    }
    await this.asker.send(this.side, 'masa', '/masa/sira', '/masa/sira/gise', { counter: mark })
    await this.asker.send(this.side, 'masa', '/masa/sira', '/masa/sira/sonraki', {})
    await this.asker.get(this.side, 'masa', '/masa/sira/simdi', { 'HX-Request-Type': 'partial' })
    for (const board of [this.side.at('/sira/pano'), this.side.at('/en/sira/pano')]) {
      await this.asker.get(this.side, null, board)
    }
  }

  /** A manager hears somebody on a public day, and a unit has it at once. */
  async heard() {
    const { mark } = this.side
    const when = { day: '2036-01-07', begins: '14.00', minutes: '10' }
    const set = { ...when, heardBy: this.side.login('kaymakam') }
    const sent = await this.asker.send(this.side, 'masa', '/halk-gunu/yeni', '/halk-gunu', set)
    const day = sent.header('location')!
    // Without a telephone: which number a text has, others count on.
    const person = { name: `Deneme ${mark}`, about: `Yol ${mark}` }
    await this.asker.send(this.side, 'masa', day, `${day}/randevu`, person)
    const page = (await this.asker.get(this.side, 'masa', day)).text()
    // Before its day somebody is heard who was chosen from the list.
    const [, id] = /\?kisi=(\d+)"/.exec(page)!
    const [chosen, action] = [`${day}?kisi=${id}`, `${day}/kisi/${id}`]
    const said = { said: `Köy yolu bozuk ${mark}`, unit: this.side.unit('TAR') }
    await this.asker.send(this.side, 'masa', chosen, action, { kind: 'request', ...said })
  }

  /** Its first text did not arrive: it is sent again, called about, and its code is renewed. */
  async missed(number: string): Promise<number> {
    const petition = await db.from('petitions').where({ number }).firstOrFail()
    const messages = db.from('messages').where({ petition_id: petition.id, channel: 'sms' })
    const { id } = await messages.orderBy('id').firstOrFail()
    const at = '2026-01-05 09:00:00'
    const inVain = { state: 'rejected', fault: '0x0000040A', attempts: 3, next_at: null }
    await db
      .from('messages')
      .where({ id })
      .update({ ...inVain, final_at: at, missed_at: at })
    for (const who of ['masa', 'kaymakam']) {
      await this.asker.get(this.side, who, '/mesajlar')
      await this.asker.get(this.side, who, '/mesajlar/sayi', { 'HX-Request-Type': 'partial' })
    }
    const page = `/dosya/${number}/mesajlar`
    const call = `${page}/${id}/arama`
    await this.asker.get(this.side, 'masa', call)
    await this.asker.send(this.side, 'masa', call, call, {
      ...{ result: 'notReached', note: `Açmadı ${this.side.mark}` },
    })
    return id
  }

  async lookedFor({ number, secret }: { number: string; secret: string }) {
    for (const path of [this.side.at('/sorgula'), this.side.at('/en/sorgula')]) {
      await this.asker.post(this.side, null, path, { number, secret })
      await this.asker.post(this.side, null, path, { number, secret: 'AAAAAA' })
    }
    for (const ara of [number, '12345678950', this.side.phone(1)]) {
      await this.asker.post(this.side, 'sef', '/kayit', { ara })
    }
  }

  /** The chief words one of the texts. */
  async worded() {
    const page = '/metinler/routed/sms/tr'
    const typed = { text: `{number} birimde ${this.side.mark}` }
    await this.asker.post(this.side, 'sef', `${page}/onizleme`, { version: '1', ...typed })
    await this.asker.send(this.side, 'sef', page, page, typed)
  }

  /** A text that tries a gateway. @returns its id */
  async tried() {
    await gatewayWorks()
    const page = '/gecitler/log/deneme'
    const sent = await this.asker.send(this.side, 'bilgiislem', page, page, {
      phone: this.side.phone(9),
    })
    const shown = sent.header('location')!
    await this.asker.get(this.side, 'bilgiislem', shown)
    await this.asker.post(this.side, 'bilgiislem', '/gecitler/log/duraklat', {})
    await this.asker.get(this.side, 'bilgiislem', '/gecitler')
    return Number(shown.split('/').at(-1))
  }

  private refer(number: string, code: string) {
    const unit = this.side.unit(code)
    const note = `Yönlendirildi ${this.side.mark}`
    return this.press(number, 'sef', 'yonlendirme', { 'refer-unit': unit, 'refer-note': note })
  }

  private press(number: string, who: string, button: string, typed: Record<string, string>) {
    const card = `/dosya/${number}`
    return this.asker.send(this.side, who, card, `${card}/${button}`, typed)
  }
}
