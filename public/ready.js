// Puts a ready text into an answer where the cursor stands: by its button, or by Alt and its number while
// one writes. The page works without this file: then the text stands behind what was written.
;(() => {
  const place = document.querySelector('[data-ready]')
  const answer = document.querySelector('[name="draft-text"]')
  if (!place || !answer) return
  let wanted = 0

  function insert(button) {
    const { words } = button.dataset
    const from = answer.selectionStart
    answer.focus()
    answer.setRangeText(words, from, answer.selectionEnd, 'end')
    answer.dispatchEvent(new Event('input', { bubbles: true }))
    answer.dispatchEvent(new CustomEvent('inserted', { bubbles: true, detail: { from } }))
  }

  place.addEventListener('click', (event) => {
    const button = event.target.closest('[data-words]')
    if (!button) return
    event.preventDefault()
    insert(button)
  })

  function byNumber() {
    const buttons = place.querySelectorAll('[data-words]')
    if (wanted && buttons.length >= wanted) insert(buttons[wanted - 1])
    wanted = 0
  }
  answer.addEventListener('keydown', (event) => {
    if (document.body.dataset.shortcuts === 'off') return
    const [, digit] = /^Digit([1-9])$/.exec(event.code) ?? []
    // The right Alt of a Turkish keyboard writes signs.
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.getModifierState('AltGraph')
    if (!digit || !isAlt) return
    event.preventDefault()
    wanted = Number(digit)
    if (place.querySelector('[data-words]')) return byNumber()
    place.open = true
  })
  document.addEventListener('htmx:after:swap', ({ target }) => {
    if (place.contains(target)) byNumber()
  })
})()
