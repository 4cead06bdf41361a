// Puts the words of an example into the answer, where the cursor stands. Without this file the button
// sends the form, and the page comes back with them at the end.
;(() => {
  // They stand below what is written: whoever asked by a key has not moved there.
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    const { target } = detail.ctx
    if (target.id !== 'examples') return
    const first = target.querySelector('article') ?? target
    first.scrollIntoView({ block: 'nearest' })
  })
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-insert]')
    const words = button && document.getElementById(button.dataset.insert)
    const answer = document.querySelector('[name="draft-text"]')
    if (!words || !answer) return
    const at = answer.selectionStart ?? answer.value.length
    const before = answer.value.slice(0, at)
    const gap = before.trim() && !before.endsWith('\n') ? '\n\n' : ''
    answer.setRangeText(gap + words.textContent.trim(), at, answer.selectionEnd ?? at, 'end')
    answer.dispatchEvent(new Event('input', { bubbles: true }))
    answer.focus()
    answer.scrollIntoView({ block: 'nearest' })
    answer.dispatchEvent(new CustomEvent('inserted', { bubbles: true, detail: { from: at } }))
  })
})()
