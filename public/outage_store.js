// What a browser keeps for when the line is cut, and how it leaves it: forms that nobody here can read,
// since each is sealed to the server's key as it is kept (app/intake/outage/sealing/sealed_form.ts opens it),
// and tokens that an officer fetched beforehand.
import { Waiting } from './outage_own.js'

const NAME = 'kesinti'
const DAY = 86_400_000
/** Of one officer on one computer. */
const MOST_TOKENS = 50
/** A token that is older is made new while the line is there. */
const FRESH = DAY
/** In one request: so many forms, and letters of them. */
const PIECE = { forms: 20, letters: 120_000 }
/** What the form fetch sends waits so long for an answer, in milliseconds. */
const PATIENCE = 30_000

const REQUIRED = ['indexedDB', 'crypto']

/** Whether this browser has what is needed; crypto.subtle is missing where the page came over http. */
export const isSecure = () => REQUIRED.every((one) => one in self) && Boolean(crypto.subtle)

export class Store {
  /** @throws DOMException where nothing may be kept */
  static async open() {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('forms', { keyPath: 'id', autoIncrement: true })
      opening.result.createObjectStore('tokens', { keyPath: 'token' })
      opening.result.createObjectStore('facts', { keyPath: 'name' })
    }
    const store = new Store(await done(opening))
    // A later version of this file must not wait for this page to be closed.
    store.db.onversionchange = () => store.db.close()
    return store
  }

  constructor(db) {
    this.db = db
  }

  /** Writes as much as a long form and takes it away again: @throws DOMException where there is no room. */
  async probe() {
    const id = await this.#write('forms', (forms) => forms.add({ probe: 'x'.repeat(100_000) }))
    await this.#write('forms', (forms) => forms.delete(id))
  }

  async forms() {
    const all = await this.#read('forms', (forms) => forms.getAll())
    const forms = all.filter(({ sealed }) => sealed)
    Waiting.count = forms.length
    return forms
  }

  keep(form) {
    return this.#write('forms', (forms) => forms.add(form))
  }

  forget(ids) {
    return this.#write('forms', (forms) => ids.map((id) => forms.delete(id)).at(-1))
  }

  async line() {
    return this.#read('facts', (facts) => facts.get('line'))
  }

  /** How many tokens of the last officer need not be fetched again. */
  async fresh() {
    const line = await this.line()
    if (!line) return { writer: 0, count: 0 }
    const all = await this.tokens(line.authority)
    const now = Date.now() + line.difference
    const mine = all.filter((one) => one.writer.id === line.writer && one.issued > now - FRESH)
    return { writer: line.writer, count: mine.length }
  }

  /** The tokens that are good now; by the server's clock, as far as it is known. */
  async tokens(authority) {
    const line = await this.line()
    const now = Date.now() + (line ? line.difference : 0)
    const all = await this.#read('tokens', (tokens) => tokens.getAll())
    return all.filter((one) => one.authority === authority && one.until > now)
  }

  /** Takes one away, for one form: of two tabs each gets another. Null: there is none. */
  async take(authority, writer) {
    const good = (await this.tokens(authority)).filter((one) => one.writer.id === writer)
    const transaction = this.db.transaction('tokens', 'readwrite')
    const tokens = transaction.objectStore('tokens')
    for (const one of good) {
      if (!(await done(tokens.get(one.token)))) continue
      tokens.delete(one.token)
      await ended(transaction)
      return one
    }
    return null
  }

  /** What the line said: a key, the clocks' difference, and as many tokens as are missing. */
  async learn(said, difference) {
    const { key, authority, writer, now, days } = said
    const old = await this.#read('tokens', (tokens) => tokens.getAll())
    const transaction = this.db.transaction(['tokens', 'facts'], 'readwrite')
    const tokens = transaction.objectStore('tokens')
    const isMine = (one) => one.writer.id === writer.id && one.authority === authority
    const fresh = old.filter((one) => isMine(one) && one.issued > now - FRESH)
    for (const one of old) {
      if (one.until <= now || (isMine(one) && !fresh.includes(one))) tokens.delete(one.token)
    }
    for (const { token, reference } of said.tokens.slice(0, MOST_TOKENS - fresh.length)) {
      const until = now + days * DAY
      tokens.put({ token, reference, authority, writer, issued: now, until })
    }
    const line = { name: 'line', key, authority, writer: writer.id, difference, at: now }
    transaction.objectStore('facts').put(line)
    await ended(transaction)
    return line
  }

  async #read(name, work) {
    return done(work(this.db.transaction(name).objectStore(name)))
  }

  /** What is written is there only once the transaction has ended. */
  async #write(name, work) {
    const transaction = this.db.transaction(name, 'readwrite')
    const asked = work(transaction.objectStore(name))
    await ended(transaction)
    return asked && asked.result
  }
}

function done(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
    asked.onblocked = () => reject(new DOMException('blocked'))
  })
}

function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

/** One form as the server alone reads it: ECDH on P-256 with a key of its own, HKDF, AES-GCM. */
export async function seal(written, { name, open }) {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = await crypto.subtle.importKey('raw', bytes(open), curve, false, [])
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256)
  const root = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`acik-kapi:outage:${name}`)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  const key = await crypto.subtle.deriveKey(how, root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
  ])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(written))
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
  const point = await crypto.subtle.exportKey('raw', own.publicKey)
  return [name, letters(point), letters(iv), letters(text)].join('.')
}

function bytes(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function letters(buffer) {
  let plain = ''
  for (const byte of new Uint8Array(buffer)) plain += String.fromCharCode(byte)
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}

/** Whether the line is there, asked by a small file: nobody's session is looked for, or kept alive. */
export async function isThere() {
  if (!navigator.onLine) return false
  const answer = await asked('/favicon.svg', { method: 'HEAD' })
  return answer !== null && answer.status < 500
}

/**
 * Asks for what is needed while the line is there.
 *
 * @returns what is needed to send; 'cut', or 'signedOut' where the line is there and nobody is signed in
 */
export async function contact(store) {
  const mine = await store.fresh()
  const before = Date.now()
  const answer = await asked(`/masa/kesinti/hat?yazan=${mine.writer}&var=${mine.count}`, {})
  if (!answer || answer.status >= 500 || answer.status === 429) return 'cut'
  if (!answer.ok || answer.redirected) return 'signedOut'
  const said = await answer.json().catch(() => null)
  if (!said) return 'cut'
  // The answer was made about half way between asking and hearing.
  const difference = said.now - (before + Date.now()) / 2
  await store.learn(said, difference)
  return said
}

/**
 * Sends what waits, a piece at a time, and forgets what the server has. Of several tabs one does it; where
 * a browser has no locks, two may send the same form, which stays the same petition.
 *
 * @param told is called with each form and what became of it
 */
export function send(store, csrf, told) {
  const work = () => sendAll(store, csrf, told)
  return navigator.locks ? navigator.locks.request('kesinti-gonder', work) : work()
}

async function sendAll(store, csrf, told) {
  const tried = new Set()
  for (;;) {
    const piece = pieceOf((await store.forms()).filter(({ id }) => !tried.has(id)))
    if (piece.length === 0) return true
    const results = await sent(piece, csrf)
    if (!results) return false
    const here = piece.filter((form, at) => isKept(results[at]))
    if (here.length > 0) await store.forget(here.map(({ id }) => id))
    piece.forEach((form, at) => {
      tried.add(form.id)
      if (results[at]) told(form, results[at])
    })
    await store.forms()
  }
}

/** Sends these; null where no answer came, and nobody knows what became of them. */
export async function sent(forms, csrf) {
  const body = new URLSearchParams({ _csrf: csrf, clock: String(Date.now()) })
  body.set('forms', forms.map(({ sealed }) => sealed).join(' '))
  const answer = await asked('/masa/kesinti/formlar', { method: 'POST', body })
  if (!answer || !answer.ok || answer.redirected) return null
  const said = await answer.json().catch(() => null)
  return said && said.forms
}

/** Whether the server has it, so that it may go here. */
export function isKept(result) {
  return Boolean(result) && ['received', 'returned'].includes(result.state)
}

function pieceOf(forms) {
  let room = PIECE.letters
  const fitting = forms.slice(0, PIECE.forms).filter(({ sealed }, at) => {
    room -= sealed.length
    return at === 0 || room > 0
  })
  return fitting
}

async function asked(address, options) {
  const patience = new AbortController()
  const wait = setTimeout(() => patience.abort(), PATIENCE)
  const headers = { accept: 'application/json' }
  try {
    return await fetch(address, { ...options, headers, cache: 'no-store', signal: patience.signal })
  } catch {
    return null
  } finally {
    clearTimeout(wait)
  }
}
