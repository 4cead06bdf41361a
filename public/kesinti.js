// Keeps one page, and what it is made of, for when the line is cut: /masa/kesinti. It answers for no
// other page, and what it keeps is the same for every officer of an authority: no names, no tokens.
const CACHE = 'kesinti-1'
const PAGE = '/masa/kesinti'
/** Milliseconds: a line that says nothing for so long is cut. */
const PATIENCE = 5000

addEventListener('install', (event) => event.waitUntil(fill().then(() => skipWaiting())))

addEventListener('activate', (event) => event.waitUntil(begin()))

// A page was opened while the line is there: what is kept is made new.
addEventListener('message', (event) => {
  if (event.data === 'fill') event.waitUntil(fill().catch(() => {}))
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request))
  else if (request.mode !== 'navigate' && /\.(css|js|svg)$/.test(pathname)) {
    event.respondWith(part(request))
  }
})

async function begin() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('kesinti-') && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await clients.claim()
}

/** All of it or nothing: a page without its script would be of no use. */
async function fill() {
  const answer = await fetch(PAGE, { cache: 'no-store' })
  // Somebody who is signed out gets the sign-in, who may not an error: neither is kept.
  if (!answer.ok || answer.redirected) throw new Error('the page is not there')
  const text = await answer.text()
  const parts = [...text.matchAll(/(?:href|src)="(\/[\w./-]+\.(?:css|js|svg))"/g)]
  const addresses = [...new Set(parts.map(([, address]) => address))]
  const answers = await Promise.all(addresses.map((one) => fetch(one, { cache: 'reload' })))
  if (!answers.every(({ ok }) => ok)) throw new Error('a part of the page is not there')
  const cache = await caches.open(CACHE)
  await Promise.all(addresses.map((address, at) => cache.put(address, answers[at])))
  await cache.put(PAGE, new Response(text, { headers: answer.headers }))
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname !== PAGE && !addresses.includes(pathname)) await cache.delete(url)
  }
}

/** As it is now, while the line is there; the sign-in too, but no server's trouble. */
async function page(request) {
  const now = await asked(request)
  if (now && now.status < 500) return now
  return (await kept(PAGE)) || now || Response.error()
}

async function part(request) {
  const now = await asked(request)
  if (now && now.ok) return now
  return (await kept(request)) || now || Response.error()
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request)
}

async function asked(request) {
  const patience = new AbortController()
  const wait = setTimeout(() => patience.abort(), PATIENCE)
  try {
    return await fetch(request, { signal: patience.signal })
  } catch {
    return null
  } finally {
    clearTimeout(wait)
  }
}
