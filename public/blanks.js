// Selects what is still to be filled in of words that were put into an answer, so that typing replaces
// it: at once, and by Alt and 0 the next one. Without this file one goes there as in any text.
;(() => {
  const BLANK = /\[[\p{L} -]{2,30}\]|\{[\p{L}_ -]{1,40}\}|_{3,}|\.{4,}|…{2,}/gu

  function choose(field, from, to = field.value.length) {
    const all = [...field.value.matchAll(BLANK)]
    const found = all.find(({ index }) => index >= from && index < to)
    if (!found) return false
    field.focus()
    field.setSelectionRange(found.index, found.index + found[0].length)
  }

  document.addEventListener('inserted', ({ target, detail }) => choose(target, detail.from, target.selectionEnd))
  document.addEventListener('keydown', (event) => {
    if (document.body.dataset.shortcuts === 'off' || event.code !== 'Digit0') return
    if (!event.altKey || event.ctrlKey || event.metaKey || event.getModifierState('AltGraph')) return
    const field = event.target.closest('textarea')
    if (!field) return
    event.preventDefault()
    if (choose(field, field.selectionEnd) === false) choose(field, 0)
  })
})()
