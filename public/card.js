// Keys of a petition's card; every link, button and form is there without this file.
;(() => {
  const keys = document.getElementById('keys')
  const list = document.querySelector('[data-card-keys]')
  const OFF = document.body.dataset.shortcuts === 'off'

  // Whoever looked up a key goes on where they were.
  let left = null
  function showKeys() {
    if (!keys) return false
    const summary = keys.querySelector('summary')
    keys.open = !keys.open
    if (keys.open) {
      left = { at: document.activeElement, top: scrollY }
      summary.focus()
      return keys.scrollIntoView({ block: 'nearest' })
    }
    summary.blur()
    left?.at.focus({ preventScroll: true })
    if (left) scrollTo(0, left.top)
  }

  function go(one) {
    if (!one) return false
    const closed = one.closest('details:not([open])')
    if (closed) closed.open = true
    // No further than needed: what was read above stays in view.
    one.focus({ preventScroll: true })
    one.closest('.action')?.scrollIntoView({ block: 'nearest' })
    one.scrollIntoView({ block: 'nearest' })
  }

  // The fields of an action are named for it: draft-text, contact-note.
  function fieldOf(action) {
    const all = [...document.querySelectorAll(`[name^="${action}-"]`)]
    const radio = all.find((one) => one.type === 'radio' && one.checked)
    return radio ?? all.find((one) => one.type !== 'hidden')
  }

  const DOES = {
    draft: () => go(document.querySelector('[name="draft-text"]')),
    approve: () => go(approval()),
    takeOn: () => press('[data-does="takeOn"]'),
    assign: () => press('[data-does="assign"]'),
    inform: () => press('[data-does="inform"]'),
    decideInterim: () => press('[data-does="inform"]'),
  }

  function press(selector) {
    const one = document.querySelector(selector)
    if (!one) return false
    one.click()
  }

  const approval = () => document.querySelector('[data-approves]')

  // An answer's outcome by its number, and straight on to its words.
  function choose(key) {
    const all = document.querySelectorAll('[type=radio][name="draft-outcome"]')
    const radio = all[Number(key) - 1]
    if (!radio) return false
    radio.click()
    return go(document.querySelector('[name="draft-text"]'))
  }

  // What the form sends in which one writes; an answer that is only read is approved. On a link or
  // another button the browser does what it does everywhere.
  function send(target) {
    if (target.closest('a, button, summary') && target !== approval()) return false
    if (target.form && target.form.id !== 'card') return target.form.requestSubmit()
    const part = target.closest('.action__form, .answer')
    const isField = target.form && target !== approval()
    const button = part ? sending(part) : isField ? null : approval()
    if (!button) return false
    button.click()
  }

  // Its last button, or the one that says so where others look something up.
  function sending(part) {
    const all = [...part.querySelectorAll('[type=submit]')]
    const own = all.filter((one) => one.form?.id === 'card' && one.closest('.action__form, .answer') === part)
    return own.find((one) => 'sends' in one.dataset) ?? own.at(-1)
  }

  // Whoever decides sees as much of the answer and its button as fits below the petition's words.
  const answer = document.getElementById('answer')
  const said = document.querySelector('.card__main, .approval')
  if (approval() && answer?.hasAttribute('autofocus') && scrollY === 0) {
    // What was done on the page before stays to be read above them.
    const told = document.querySelector('main > .note--good[role=status]')
    told?.classList.add('note--stays')
    approval().scrollIntoView({ block: 'nearest' })
    scrollBy(0, Math.min(0, said.getBoundingClientRect().top - (told?.offsetHeight ?? 0) - 8))
    answer.scrollIntoView({ block: 'nearest' })
  }

  function act(key) {
    if (key === '?') return showKeys()
    const name = CSS.escape(key)
    const way = document.querySelector(`[data-way="${name}"]`)
    if (way) {
      way.focus()
      return way.click()
    }
    if (/^[1-9]$/.test(key)) return choose(key)
    const action = list?.querySelector(`[data-key="${name}"]`)?.dataset.action
    if (!action) return false
    return DOES[action] ? DOES[action]() : go(fieldOf(action))
  }

  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (event.key === 'Enter' && event.ctrlKey && !event.isComposing) {
      if (send(target) !== false) event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (key === 'F2' && event.shiftKey) {
      if (showKeys() !== false) event.preventDefault()
      return
    }
    const isTyping = target.closest('input:not([type=radio], [type=checkbox]), select, textarea')
    if (key === 'Escape' && isTyping) return target.blur()
    if (key === 'Escape' && keys?.open) return showKeys()
    if (isTyping || OFF) return
    if (act(key) !== false) event.preventDefault()
  })
})()
