// Keys of the queue; every link, box and form is there without this file.
;(() => {
  const queue = document.querySelector('[data-queue]')
  if (!queue) return
  const preview = document.getElementById('preview')
  const told = document.getElementById('told')
  const lot = document.getElementById('lot')
  const keys = document.getElementById('keys')
  /** Boxes that are ticked, and the row where the keyboard is: the list is drawn anew under them. */
  const ticked = new Set()
  let at = null
  /** While a referral is under way: the petitions that stood behind it. */
  let behind = null
  /** A note whose petition was not referred: it is looked at anew, and the note is there again. */
  let unsent = null

  const rows = () => [...queue.querySelectorAll('.rows__link')]
  const numberOf = (link) => link.id.slice(1)
  const linkOf = (number) => document.getElementById(`p${number}`)
  const rowOf = (number) => linkOf(number)?.closest('tr')
  const shown = () => preview.querySelector('[data-preview]')?.dataset.preview
  const field = (id) => document.getElementById(`${id}-words`) ?? document.getElementById(id)
  const say = (words) => (told.textContent = words.trim())

  // The list is one stop of the Tab key: the row where one is.
  function rove() {
    const all = rows()
    const current = all.find((link) => numberOf(link) === at) ?? all[0]
    for (const link of all) {
      const stop = link === current ? 0 : -1
      for (const one of link.closest('tr').querySelectorAll('a, input')) one.tabIndex = stop
    }
  }

  function drawn() {
    for (const box of queue.querySelectorAll('.rows__pick input')) {
      if (box.checked) ticked.add(box.name)
      box.checked = ticked.has(box.name)
    }
    for (const link of rows()) {
      link.closest('tr').classList.toggle('rows__row--open', numberOf(link) === shown())
    }
    queue.classList.toggle('queue--open', Boolean(shown()))
    rove()
    count()
  }

  function count() {
    if (!lot) return
    const boxes = queue.querySelectorAll('.rows__pick input:checked')
    lot.hidden = boxes.length === 0
    lot.querySelector('[data-count]').textContent = `${queue.dataset.chosen} ${boxes.length}`
  }

  function step(by) {
    const all = rows()
    const here = all.findIndex((link) => numberOf(link) === at)
    const isThere = here >= 0 && document.activeElement === all[here]
    ;(isThere ? all[here + by] : (all[here] ?? all[0]))?.focus()
  }

  function tick() {
    const box = rowOf(at)?.querySelector('.rows__pick input')
    if (!box) return false
    box.click()
    say(lot.querySelector('[data-count]').textContent)
  }

  function look() {
    if (shown() === at && !unsent) document.getElementById('preview-title').focus()
    else rowOf(at)?.querySelector('.rows__look').click()
  }

  function choose(key) {
    const radio = preview.querySelector(`[data-key="${key}"]`)
    if (!radio) return false
    radio.click()
    say(radio.dataset.name)
  }

  function refer() {
    const form = document.getElementById('refer')
    if (!form) return false
    form.requestSubmit()
  }

  function goOn() {
    const said = queue.querySelector('[data-told]')?.textContent ?? ''
    const next = behind.find((number) => linkOf(number)) ?? rows().map(numberOf)[0]
    behind = null
    if (!next) {
      preview.replaceChildren()
      drawn()
      return say(`${said} ${queue.dataset.ended}`)
    }
    at = next
    linkOf(next).focus()
    say(`${said} ${queue.dataset.next} ${linkOf(next).textContent}`)
    look()
  }

  function close() {
    if (!shown()) return false
    document.dispatchEvent(new Event('left'))
    preview.replaceChildren()
    drawn()
    linkOf(at)?.focus()
  }

  function showKeys() {
    if (!keys) return false
    keys.open = !keys.open
    if (keys.open) keys.querySelector('summary').focus()
  }

  function go(one) {
    if (!one?.checkVisibility()) return false
    one.focus()
  }

  queue.addEventListener('focusin', ({ target }) => {
    const link = target.closest('tr')?.querySelector('.rows__link')
    if (!link) return
    at = numberOf(link)
    rove()
  })
  document.addEventListener('change', ({ target }) => {
    if (target.closest('.rows__pick')) {
      if (target.checked) ticked.add(target.name)
      else ticked.delete(target.name)
      count()
    }
    // One unit is chosen: what was chosen last.
    const form = target.closest('#refer')
    if (form && target.name === 'suggested') form.elements.unit.value = field('unit').value = ''
    if (form && target.name === 'unit' && target.value) {
      for (const radio of form.querySelectorAll('[name=suggested]')) radio.checked = false
    }
  })
  document.addEventListener('chosen', ({ target }) => target.form.requestSubmit())
  document.addEventListener('submit', ({ target }) => {
    if (target.id !== 'refer') return
    const all = rows().map(numberOf)
    behind = all.slice(all.indexOf(shown()) + 1)
  })

  document.addEventListener('htmx:after:swap', ({ detail }) => {
    const { response, sourceElement } = detail.ctx
    const isDone = response.raw.ok
    if (isDone && sourceElement === lot) {
      ticked.clear()
      lot.reset()
      for (const box of queue.querySelectorAll('.rows__pick input')) box.checked = false
    }
    drawn()
    if (detail.ctx.target === preview && unsent) {
      if (unsent.number === shown() && field('note')) field('note').value = unsent.note
      unsent = null
    }
    // On a narrow screen it stands below the list.
    const isNarrow = matchMedia('(max-width: 1099px)').matches
    if (isNarrow && detail.ctx.target === preview && shown()) preview.scrollIntoView({ block: 'nearest' })
    if (sourceElement?.id === 'refer' && behind && isDone) goOn()
    else if (!isDone) {
      if (sourceElement?.id === 'refer') unsent = { number: shown(), note: field('note').value }
      queue.querySelector('[role=alert]')?.focus()
    }
  })

  const isOnRow = ({ target }) => target.matches('.rows__link')
  const isFree = (event) => isOnRow(event) || event.target === document.body
  const ACTS = {
    'ArrowDown': (event) => (isFree(event) ? step(1) : false),
    'ArrowUp': (event) => (isFree(event) ? step(-1) : false),
    'Enter': (event) => (isOnRow(event) ? look() : false),
    ' ': (event) => (isOnRow(event) ? tick() : false),
    'x': tick,
    'y': refer,
    'b': () => go(field('unit')),
    'n': () => go(field('note')),
    't': () => go(field('lot-unit')),
    '?': showKeys,
    '1': () => choose('1'),
    '2': () => choose('2'),
    '3': () => choose('3'),
  }

  document.addEventListener('keydown', (event) => {
    const written = event.target.form
    if (event.key === 'Enter' && event.ctrlKey && written?.matches('#refer, #lot')) {
      return written.requestSubmit()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const { target, key } = event
    const isTyping = target.closest('input:not([type=radio], [type=checkbox]), select, textarea')
    const isInForm = isTyping?.form?.matches('#refer, #lot')
    let act = ACTS[key]
    if (key === 'Escape') act = isInForm ? () => linkOf(at)?.focus() : close
    else if (key === 'F2' && event.shiftKey) act = showKeys
    else if (isTyping || document.body.dataset.shortcuts === 'off') return
    if (act && act(event) !== false) event.preventDefault()
  })

  at = shown() ?? null
  drawn()
})()
