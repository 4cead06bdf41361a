// On officers' pages: what waits since the line was cut goes as soon as somebody is signed in; and the
// desk's page says when the line is cut, and has its other page kept for that.
import { Waiting } from './outage_own.js'

const said = document.querySelector('[data-outage-sent]')
const desk = document.querySelector('[data-outage-desk]')
/** Milliseconds between two looks whether the line is there, while somebody writes. */
const LOOK = 30_000

begin()

async function begin() {
  if (Waiting.count === 0 && !desk) return
  const { contact, isKept, isSecure, isThere, send, Store } = await import('./outage_store.js')
  if (!isSecure()) return
  try {
    const store = await Store.open()
    const line = await contact(store)
    const results = []
    const note = (form, result) => results.push(result)
    if (typeof line === 'object') await send(store, line.csrf, note)
    const here = results.filter(isKept)
    if (here.length > 0) tell(here.some(({ state }) => state === 'returned'))
  } catch {
    // Nothing may be kept in this browser: its page says so.
  }
  if (desk) void watch(isThere)
}

function tell(isBack) {
  const note = document.createElement('p')
  note.className = 'note note--good no-print'
  note.setAttribute('role', 'status')
  const way = document.createElement('a')
  way.href = said.dataset.outageList
  way.textContent = isBack ? said.dataset.outageBack : said.dataset.outageSent
  note.append(way)
  document.getElementById('main').prepend(note)
}

async function watch(isThere) {
  const { keepPage } = await import('./outage_keep.js')
  void keepPage()
  const look = async () => {
    desk.querySelector('[data-outage-cut]').hidden = await isThere()
  }
  addEventListener('online', look)
  addEventListener('offline', look)
  setInterval(() => document.hidden || look(), LOOK)
}
