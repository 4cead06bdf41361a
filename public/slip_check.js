// Says of a slip whether this installation issued it, without asking anybody: the keys stand in the
// page. The server says the same of a form that is sent (app/intake/slip/checking/verdict.ts).
import { hashes, verify } from '/ed25519.js'
import { sha512 } from '/sha512.js'

hashes.sha512 = sha512

const form = document.querySelector('[data-checking]')
const { keys, sentences } = JSON.parse(form.dataset.checking)
const field = form.elements.slip

const plain = (text) =>
  text
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[ıİ]/g, 'I')
    .toUpperCase()

function fromBase32(text) {
  const bytes = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    held = (held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)
    bits += 5
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255)
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}

function fromBase64(text) {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(bytes, (one) => one.charCodeAt(0))
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The day that it is in Türkiye, as eight digits. */
const today = () => new Date(Date.now() + 3 * 3600e3).toISOString().slice(0, 10).replace(/-/g, '')

function judge(text) {
  const read = text.length > 2000 ? null : /^(AK[12])(\d{10})(\d{8})([A-Z2-7]{160})$/.exec(plain(text))
  if (!read) {
    const begun = text.slice(0, 2000)
    if (/^AK[12]\d/.test(plain(begun))) return { verdict: 'changed' }
    return { verdict: /\/sorgula\?/.test(begun) ? 'lookUp' : 'notSlip' }
  }
  const [, mark, number, day, rest] = read
  const bytes = fromBase32(rest)
  const key = keys.find(({ id }) => id === hex(bytes.subarray(0, 4)))
  if (!key) return { verdict: 'stranger' }
  const head = new TextEncoder().encode(`${mark}${number}${day}`)
  const signed = new Uint8Array([...head, ...bytes.subarray(0, 36)])
  // As OpenSSL judges (RFC 8032), not more leniently (ZIP 215).
  const isGood = verify(bytes.subarray(36), signed, fromBase64(key.raw), { zip215: false })
  if (!isGood) return { verdict: 'changed' }
  if (day > today()) return { verdict: 'future' }
  // AK2: an answer's letter.
  const of = mark === 'AK2' ? 'Letter' : ''
  if (!key.until) return { verdict: 'genuine' + of, number, day }
  if (day > key.until) return { verdict: 'tooLate' }
  return { verdict: 'retired' + of, number, day, until: key.until }
}

function written(day = '') {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(day) ?? []
  if (!year) return ''
  const how = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  const language = document.documentElement.lang === 'tr' ? 'tr' : 'en-GB'
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(language, how)
}

function say(sentence, isGood) {
  for (const [name, isThis] of [['good', isGood], ['bad', !isGood]]) {
    const place = form.querySelector(`[data-${name}]`)
    place.hidden = !isThis
    place.textContent = isThis ? sentence : ''
  }
}

function check() {
  const { verdict, number, day, until } = judge(field.value)
  const values = { number, day: written(day), until: written(until) }
  say(
    sentences[verdict].replace(/\{(\w+)\}/g, (_, name) => values[name]),
    /^(genuine|retired)/.test(verdict)
  )
}

form.addEventListener('submit', (event) => {
  // What is empty the server says; a saved file has none.
  if (!field.value.trim() && form.method === 'post') return
  event.preventDefault()
  check()
})
// A scanner that types ends with Enter; a slip has no second line.
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !field.value.trim()) return
  event.preventDefault()
  check()
})

if ('BarcodeDetector' in window) {
  const photo = form.querySelector('[data-photo]')
  photo.hidden = false
  photo.querySelector('input').addEventListener('change', async ({ target }) => {
    try {
      const picture = await createImageBitmap(target.files[0])
      const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
      const read = found.map(({ rawValue }) => rawValue)
      const slip = read.find((one) => /^AK[12]/i.test(one)) ?? read[0]
      if (!slip) return say(photo.dataset.none, false)
      field.value = slip
      check()
    } catch {
      say(photo.dataset.none, false)
    }
  })
}
