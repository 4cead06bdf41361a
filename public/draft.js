// Keeps an answer on the server while somebody writes it. The page works without this file: then it is
// kept by its buttons. What is sent here is one's own alone; nobody's saved text changes by it.
;(() => {
  const box = document.querySelector('[data-drafts]')
  const form = document.getElementById('card')
  if (!box || !form) return
  /** Milliseconds: of rest until words are sent, at most so long, and between tries that fail. */
  const REST = 1200
  const LONGEST = 5000
  const AGAIN = 5000
  const { part, ended, gone, away } = box.dataset
  const said = box.querySelector('[role=status]')
  const field = (name) => form.elements.namedItem(name)
  let wait = 0
  let since = 0
  let isSending = false
  let isLeaving = false
  let mayBeLost = false
  let kept = 'unkept' in box.dataset ? '' : written()
  if (!kept) touched()

  function fields() {
    const own = [...form.elements].filter(({ name, type, checked }) => name.startsWith(`${part}-`) && (type !== 'radio' || checked))
    return own.map(({ name, value }) => [name, value])
  }
  function written() {
    return JSON.stringify(fields())
  }
  function newName() {
    const bytes = crypto.getRandomValues(new Uint8Array(12))
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  /** What is sent, under the next number of this page. */
  function body() {
    if (!field('sitting').value) field('sitting').value = newName()
    field('turn').value = Number(field('turn').value || 0) + 1
    const marks = ['_csrf', 'seen', 'sitting', 'turn', 'resumes'].map((name) => [name, field(name).value])
    const place = field('standsIn')
    if (place) marks.push(['standsIn', place.value])
    return new URLSearchParams([...marks, ['part', part], ...fields()])
  }

  form.ownerDocument.addEventListener('input', ({ target }) => {
    if (target.form === form && target.name.startsWith(`${part}-`)) touched()
  })
  box.addEventListener('written', touched)
  function touched() {
    since ||= Date.now()
    clearTimeout(wait)
    wait = setTimeout(send, Math.max(0, Math.min(REST, since + LONGEST - Date.now())))
  }

  async function send() {
    clearTimeout(wait)
    const words = written()
    if (isSending || isLeaving || words === kept) return
    isSending = true
    since = 0
    const rest = await sent(words).catch(() => tell(away, AGAIN))
    isSending = false
    if (written() !== kept) wait = setTimeout(send, rest ?? REST)
  }

  /** Milliseconds until it is tried again; none where it is kept. */
  async function sent(words) {
    const headers = { 'HX-Request-Type': 'partial' }
    const answer = await fetch(box.dataset.drafts, { method: 'POST', body: body(), headers, redirect: 'error' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const told = page.querySelector('[data-kept]')
    if (answer.ok && told) {
      kept = words
      mayBeLost = false
      said.replaceChildren(told)
      return
    }
    if (answer.status === 409) {
      // Another page calls itself so, as a copy of this one does: from now on this one has its own name.
      field('sitting').value = newName()
      field('resumes').value = ''
      return 0
    }
    if (answer.status === 401) return tell(ended, AGAIN * 4)
    if (answer.status === 403 && (await signedInAgain())) return 0
    if (answer.status === 403 || answer.status === 404) return tell(gone, AGAIN * 12)
    return tell(away, AGAIN)
  }

  function tell(sentence, rest) {
    mayBeLost = true
    if (said.textContent !== sentence) {
      const note = document.createElement('p')
      note.className = 'note note--late'
      note.textContent = sentence
      said.replaceChildren(note)
    }
    return rest
  }

  /** The same officer signed in again on another page: this one's forms take that session's token. */
  async function signedInAgain() {
    const answer = await fetch(location.pathname, { redirect: 'error' })
    if (!answer.ok) return false
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const token = page.querySelector('#card [name=_csrf]')
    const theirs = page.querySelector('[data-drafts]')
    if (!token || !theirs || theirs.dataset.of !== box.dataset.of || token.value === field('_csrf').value) return false
    for (const input of document.querySelectorAll('[name=_csrf]')) input.value = token.value
    return true
  }

  // Where one can go with it: the house's sentence is that of the outcome, as long as nobody changed it.
  const remedies = JSON.parse(document.querySelector('[data-remedies]')?.dataset.remedies ?? '{}')
  document.addEventListener('change', ({ target }) => {
    const remedy = field(`${part}-remedy`)
    if (target.name !== `${part}-outcome` || !remedy || !remedies[target.value]) return
    if (Object.values(remedies).includes(remedy.value.trim())) remedy.value = remedies[target.value]
  })

  // A page is left: nobody waits for the answer any more.
  function leave() {
    if (isLeaving || written() === kept) return
    navigator.sendBeacon(box.dataset.drafts, body())
  }
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => document.hidden && void send())
  addEventListener('beforeunload', (event) => {
    if (mayBeLost && !isLeaving && written() !== kept) event.preventDefault()
  })
  // A button brings the words itself. No page learns that its sending was stopped.
  document.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return
    isLeaving = true
    setTimeout(() => (isLeaving = false), 5000)
  })
  addEventListener('pageshow', () => (isLeaving = false))
})()
