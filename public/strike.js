// Strikes what is selected out of the copy of a tip-off, every word whole, wherever it stands there.
// The page works without this file: words are deleted by hand, and the server sets the marks.
;(() => {
  const button = document.querySelector('[data-strike]')
  const copy = document.getElementById('copy')
  if (!button || !copy) return
  const mark = button.dataset.strike
  const letter = /[\p{L}\p{M}\p{N}]/u
  button.hidden = false

  button.addEventListener('click', () => {
    const text = copy.value
    let from = copy.selectionStart
    let to = copy.selectionEnd
    if (from === to) return void copy.focus()
    while (from > 0 && letter.test(text[from - 1]) && letter.test(text[from])) from -= 1
    while (to < text.length && letter.test(text[to]) && letter.test(text[to - 1])) to += 1
    const words = text.slice(from, to).trim()
    if (!words) return
    const parts = text.split(words)
    copy.value = parts.reduce((left, right) => {
      const isWhole = !(letter.test(left.slice(-1)) || letter.test(right.slice(0, 1)))
      return left + (isWhole ? mark : words) + right
    })
    copy.focus()
    copy.setSelectionRange(from, from)
  })
})()
