// Keys of the desk's form; every button is there without this file.
;(() => {
  const desk = document.querySelector('[data-desk]')
  if (!desk) return
  const text = document.getElementById('text')
  const keys = document.getElementById('keys')

  // Shown only when the kind is a complaint, or when something was chosen there.
  const complained = document.getElementById('complained')
  const about = [complained, document.getElementById('complainedName')].filter(Boolean)
  const kinds = [...desk.querySelectorAll('[name="kind"]')]
  function showComplained() {
    const kind = kinds.find((one) => one.checked)
    const isHidden = kind.value !== 'complaint' && !about.some(({ value }) => value)
    for (const field of about) field.closest('.field').hidden = isHidden
  }
  if (complained && kinds.length > 0) {
    for (const one of kinds) one.addEventListener('change', showComplained)
    showComplained()
  }

  // What the words are probably about, while they are typed.
  const said = desk.querySelector('[data-proposals]')
  const PAUSE = 600
  let wait
  let asked = ''
  if (said && text) {
    text.addEventListener('input', () => {
      clearTimeout(wait)
      wait = setTimeout(ask, PAUSE)
    })
    said.addEventListener('click', (event) => {
      if (event.target.closest('[data-take]')) take()
    })
  }

  async function ask() {
    const words = text.value.trim()
    if (words === asked || words.length < 8) return
    asked = words
    try {
      const csrf = text.form.elements.namedItem('_csrf').value
      const body = new URLSearchParams({ text: words, _csrf: csrf })
      const answer = await fetch(said.dataset.proposals, { method: 'POST', body })
      if (!answer.ok || asked !== words) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.getElementById('proposal')
      said.replaceChildren(...(found ? [found] : []))
    } catch {
      // The line is gone: the page that is read out proposes as well.
      asked = ''
    }
  }

  function take() {
    const { subject, kind, place } = document.getElementById('proposal').dataset
    set('subject', subject)
    set('place', place)
    const chosen = kinds.find((one) => one.value === kind)
    if (chosen) chosen.click()
  }

  function set(name, value) {
    const field = document.getElementById(name)
    if (!field || !value) return
    field.value = value
    field.dispatchEvent(new Event('change'))
  }

  function onward() {
    const isAhead = text && !text.value.trim() && document.activeElement !== text
    if (isAhead) return text.focus()
    press('F2')
  }

  function press(key) {
    const button = desk.querySelector(`[data-desk-key="${key}"]`)
    if (button && !button.closest('[hidden]')) button.click()
  }

  function showKeys() {
    keys.open = !keys.open
    if (keys.open) keys.querySelector('summary').focus()
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTyping = event.target.closest('input:not([type=radio]):not([type=checkbox]), select, textarea')
    const isOff = document.body.dataset.shortcuts === 'off'
    if (event.key === '?' && !isTyping && !isOff && keys) showKeys()
    else if (event.shiftKey && event.key === 'F2' && keys) showKeys()
    else if (event.shiftKey) return
    else if (event.key === 'F2') onward()
    else if (event.key === 'F4' || event.key === 'F9') press(event.key)
    else return
    event.preventDefault()
  })
})()
