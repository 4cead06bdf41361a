// A page can be printed without this; the button is for those who do not know how.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  if (button.autofocus) button.focus()
  button.addEventListener('click', () => print())
}
