// The page on which the desk writes while the line is cut. Whatever is kept is sealed first; nothing that
// was typed stands anywhere else, and nothing is taken off the page before it is kept.
import { askBesides } from './outage_asks.js'
import { keepPage } from './outage_keep.js'
import { Memory } from './outage_memory.js'
import { Own } from './outage_own.js'
import { contact, isKept, isSecure, isThere, seal, send, sent, Store } from './outage_store.js'

/** Milliseconds between two looks whether the line is there. */
const LOOK = 20_000

const page = document.querySelector('[data-outage]')
const one = (name) => page.querySelector(name)
const form = one('[data-outage-form]')
const slip = one('[data-slip]')
const writers = one('[data-writer]')
const text = form.elements.namedItem('text')
const authority = Number(page.dataset.outage)

let store
/** What the browser had no room for. */
const aside = new Memory()
/** What the line said when it was last asked. */
let said = 'cut'

begin()

async function begin() {
  if (!isSecure()) return say('insecure', true)
  try {
    store = await Store.open()
    await store.probe()
  } catch {
    // Said before anybody writes; what is written all the same lasts as long as the tab.
    store = new Memory()
    say('noStore', true)
  }
  await look()
  askBesides(page, form)
  form.hidden = false
  one('[data-outage-kept]').hidden = false
  text.focus()
  addEventListener('online', look)
  addEventListener('offline', look)
  document.addEventListener('visibilitychange', () => document.hidden || look())
  setInterval(look, LOOK)
  say('noWorker', !(await keepPage()))
}

/** Whether the line is there; if it is, what waits goes. */
let looking = null
function look() {
  looking ??= lookOnce().finally(() => (looking = null))
  return looking
}

async function lookOnce() {
  if (!(await isThere())) said = 'cut'
  else if (typeof said !== 'object' || (await waiting()).length > 0) said = await contact(store)
  const line = typeof said === 'object' ? said : null
  say('there', line !== null)
  say('cut', said === 'cut')
  say('signedOut', said === 'signedOut')
  say('back', line !== null && line.isBack)
  one('[data-send]').hidden = line === null
  await show()
  if (line) await sendAll(line.csrf)
}

async function waiting() {
  return [...(await store.forms()), ...(await aside.forms())]
}

async function sendAll(csrf) {
  let isRefused = false
  await send(store, csrf, (kept, result) => {
    if (isKept(result)) tell(kept, result)
    else isRefused ||= result.state !== 'later'
  })
  for (const kept of await aside.forms()) {
    const [result] = (await sent([kept], csrf)) || []
    if (!isKept(result)) continue
    await aside.forget([kept.id])
    tell(kept, result)
  }
  say('refused', isRefused)
  await show()
}

/** What became of one: its number, or that it came back. */
function tell({ reference }, { state, number }) {
  const line = lineOf(state, { reference: grouped(reference), number: grouped(number || '') })
  // On the petition's own page files are added, now that the line is there.
  const link = line.querySelector('a')
  if (link && number) link.href = page.dataset.petition.replace('0000000000', number)
  one('[data-went]').append(line)
  one('[data-part-of=went]').hidden = false
}

/** What waits, and how many may still be written by whom. */
async function show() {
  const all = await waiting()
  const lines = all.map(({ reference, writtenAt }) =>
    lineOf('waiting', { reference: grouped(reference), at: moment(writtenAt) })
  )
  one('[data-waiting]').replaceChildren(...lines)
  one('[data-count=waiting]').textContent = `(${all.length})`
  one('[data-part-of=waiting]').hidden = all.length === 0
  say('notKept', (await aside.forms()).length > 0)
  await showWriters()
}

/** Whoever fetched tokens here; with several, the last one who was signed in is chosen. */
async function showWriters() {
  const [line, tokens] = [await store.line(), await store.tokens(authority)]
  const own = Own.token ? [Own.token] : []
  const named = new Map([...own, ...tokens].map(({ writer }) => [writer.id, writer.name]))
  const before = Number(writers.value) || (line && line.writer)
  const options = [...named].map(([id, name]) => new Option(name, id, false, id === before))
  writers.replaceChildren(...options)
  one('[data-writers]').hidden = named.size < 2
  const left = tokens.filter(({ writer }) => writer.id === Number(writers.value)).length
  one('[data-count=tokens]').textContent = String(left)
  say('noTokens', left === 0 && !Own.token)
}

/** A form has its token from the first letter on. */
let reserving = null
function reserve() {
  reserving ??= reserved().finally(() => (reserving = null))
  return reserving
}

async function reserved() {
  const writer = Number(writers.value)
  const own = Own.token
  if (own && own.authority === authority && own.writer.id === writer) return own
  const taken = await store.take(authority, writer)
  Own.token = taken
  if (taken) await showWriters()
  return taken
}

let isSaving = false
async function save() {
  if (isSaving) return
  isSaving = true
  const isKept = await saveOnce().finally(() => (isSaving = false))
  if (!isKept) return
  // Whoever is quick saves the next one while this is still being counted.
  await show()
  if (typeof said === 'object') void look()
}

/** Whether it is kept. */
async function saveOnce() {
  const words = Object.fromEntries(new FormData(form))
  say('noText', words.text.trim() === '')
  if (words.text.trim() === '') return void text.focus()
  const [own, line] = [await reserve(), await store.line()]
  say('noTokens', !own || !line)
  if (!own || !line) return
  const { token, reference } = own
  const writtenAt = Date.now()
  const sealed = await seal({ token, writtenAt, difference: line.difference, words }, line.key)
  const kept = { reference, writtenAt, sealed }
  await store.keep(kept).catch(() => aside.keep(kept))
  Own.token = null
  showSlip(reference, words, writtenAt + line.difference)
  form.reset()
  return true
}

/** What whoever stands at the counter takes home: it promises a text only where one will go. */
function showSlip(reference, { phone, declinesTexts }, at) {
  const isReached = /^(\+?90|0090|0)?5\d{9}$/.test(phone.replace(/[\s()./-]/g, ''))
  const how = isReached && !declinesTexts ? 'texts' : 'none'
  one('[data-slip-reference]').textContent = grouped(reference)
  one('[data-slip-written]').textContent = moment(at)
  for (const way of page.querySelectorAll('[data-slip-how]')) {
    way.hidden = way.dataset.slipHow !== how
  }
  form.hidden = true
  slip.hidden = false
  one('[data-slip-print]').focus()
}

one('[data-slip-print]').addEventListener('click', () => print())
one('[data-slip-next]').addEventListener('click', () => {
  slip.hidden = true
  form.hidden = false
  text.focus()
})
one('[data-send]').addEventListener('click', look)
writers.addEventListener('change', showWriters)
form.addEventListener('input', () => void reserve())
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void save()
})
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
})

// Words that are nowhere else yet; browsers ask before they close the tab.
addEventListener('beforeunload', (event) => {
  const isTyped = text.value.trim() !== ''
  const isOnlyHere = Number(one('[data-waiting]').children.length) > 0 && store instanceof Memory
  const isAside = !one('[data-say=notKept]').hidden
  if (isTyped || isOnlyHere || isAside) event.preventDefault()
})

function say(name, isSo) {
  one(`[data-say=${name}]`).hidden = !isSo
}

function lineOf(name, parts) {
  const line = one(`template[data-line=${name}]`).content.cloneNode(true)
  for (const [part, words] of Object.entries(parts)) {
    const place = line.querySelector(`[data-part=${part}]`)
    if (place) place.textContent = words
  }
  return line
}

/** As it is read out: K7QM 3XPA, 26 0481 2075. */
function grouped(letters) {
  const parts = letters.length === 8 ? /^(.{4})(.{4})$/ : /^(.{2})(.{4})(.{4})$/
  return letters.replace(parts, (whole, ...found) => found.slice(0, -2).join('\u00a0'))
}

function moment(at) {
  const how = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Istanbul' }
  return new Intl.DateTimeFormat(page.dataset.locale, how).format(at)
}
