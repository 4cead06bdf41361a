// Keys for those who read a hundred lines an hour; every page works without this file.
;(() => {
  const links = () => [...document.querySelectorAll('.rows__link')]

  function step(by) {
    const all = links()
    const at = all.indexOf(document.activeElement)
    // Whoever comes back to a list goes on at the line from which they left it.
    const left = at < 0 && location.hash && all.find(({ id }) => `#${id}` === location.hash)
    const next = left || all[at + by]
    if (next) next.focus()
    else if (by > 0 && all.length && document.activeElement !== all[all.length - 1]) all[0].focus()
  }

  // Of the chosen line, or of the only one: whoever it is of stands at the counter.
  function tellAtTheCounter() {
    const row = document.activeElement.closest('.rows__row')
    const ways = (row ?? document).querySelectorAll('[data-counter]')
    if (ways.length === 1) ways[0].click()
  }

  // A form with one thing to say is sent from within its words, as a file's forms are; one of which the
  // page is, from anywhere but a link or another button. On one of its own buttons that one is pressed.
  document.addEventListener('keydown', (event) => {
    const isNowhere = event.target === document.body
    const form = isNowhere ? document.querySelector('[data-enter="page"]') : event.target.form
    if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing || !form?.matches('[data-enter]')) return
    event.preventDefault()
    const own = event.target.type === 'submit' ? event.target : null
    form.requestSubmit(own ?? [...form.elements].find((one) => one.matches('[data-sends]')))
  })

  document.addEventListener('keydown', (event) => {
    if (document.body.dataset.shortcuts === 'off') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // A key of its own (F8) works while somebody writes as well.
    const button = /^F\d+$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`)
    if (button) {
      event.preventDefault()
      button.click()
      return
    }
    if (event.target.closest('input, select, textarea')) return
    const search = document.querySelector('main [data-search]') || document.querySelector('[data-search]')
    if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else if (event.key === 'g') tellAtTheCounter()
    else if (event.key === '/' && search) {
      event.preventDefault()
      search.focus()
    }
  })

  // The whole row opens, but not while somebody marks a word to copy it.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('.rows__row')
    if (!row || event.target.closest('a, label') || String(getSelection())) return
    const look = row.querySelector('.rows__look') ?? row.querySelector('.rows__link')
    look.click()
  })

  // Why a part of the page was not kept fresh, until all that are late have come again. Without an
  // answer (no network, no server) the page says it by itself; with one, the server has said it there.
  const beside = () => document.getElementById('beside')
  const late = new Set()
  function tellBeside({ target }) {
    late.add(target)
    tell(beside().dataset.failed)
  }
  function tell(words) {
    const told = document.createElement('p')
    told.className = 'note note--late'
    told.textContent = words
    beside().replaceChildren(told)
  }
  document.addEventListener('htmx:before:swap', (event) => {
    const { response, hx } = event.detail.ctx
    if (response.raw.ok || hx.retarget) return
    // A page of the web server in between, which knows nothing of parts of pages.
    event.preventDefault()
    tellBeside(event)
  })
  document.addEventListener('htmx:after:swap', ({ target, detail }) => {
    if (!detail.ctx.response.raw.ok) return late.add(target)
    late.delete(target)
    if (![...late].some((part) => part.isConnected)) beside().textContent = ''
  })
  document.addEventListener('htmx:error', tellBeside)

  // A second press right after the first does nothing. No page learns that its sending was stopped
  // (Stop, Escape, a broken line), so the button is soon good again; the server knows a second one.
  document.addEventListener('submit', (event) => {
    const form = event.target
    // Leads away from a page on which somebody has written something that was not sent.
    const { leaves } = form.dataset
    if (leaves && isWrittenBeside(form)) {
      event.preventDefault()
      return tell(leaves)
    }
    if (form.dataset.sent) event.preventDefault()
    else setTimeout(() => delete form.dataset.sent, 2000)
    form.dataset.sent = 'yes'
  })
  function isWrittenBeside(form) {
    const texts = [...document.querySelectorAll('textarea')]
    return texts.some((text) => text.form !== form && text.value.trim())
  }

  // A page of a petition is left: whoever else may see it need not wait to learn that nobody is there.
  function leave() {
    const left = document.querySelector('[data-leave]')
    const csrf = document.querySelector('[name=_csrf]')
    if (!left || !csrf) return
    const said = { _csrf: csrf.value, seen: left.dataset.seen }
    navigator.sendBeacon(left.dataset.leave, new URLSearchParams(said))
  }
  addEventListener('pagehide', leave)
  document.addEventListener('left', leave)

  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent
  })
})()
