// Takes what is selected in the answer into the next mark. The page works without this file: the words
// are copied by hand.
;(() => {
  const button = document.querySelector('[data-mark]')
  const letter = document.getElementById('letter')
  if (!button || !letter) return
  button.hidden = false
  const more = [...document.querySelectorAll('[data-marks="more"]')]
  for (const one of more) one.hidden = true
  let chosen = ''
  document.addEventListener('input', ({ target }) => {
    const next = target.closest('.marks__fields')?.nextElementSibling
    if (next?.matches('.marks__fields')) next.hidden = false
  })

  // The button takes the focus, and with it what was selected.
  document.addEventListener('selectionchange', () => {
    const selection = getSelection()
    const isHere = selection.rangeCount > 0 && letter.contains(selection.getRangeAt(0).commonAncestorContainer)
    if (isHere && String(selection).trim()) chosen = String(selection).trim()
  })

  button.addEventListener('click', () => {
    const quotes = [...document.querySelectorAll('[id^="quote-"]')]
    const next = quotes.find((field) => field.value === '')
    if (!next) return
    next.closest('fieldset').hidden = false
    // Nothing is selected, as where there is no mouse: the words are typed.
    if (!chosen) return next.focus()
    next.value = chosen.replace(/\s+/g, ' ')
    chosen = ''
    next.closest('fieldset').querySelector('[id^="remark-"]').focus()
  })
})()
