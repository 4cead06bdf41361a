// A page can be printed without this; the button is for those who do not know how.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  // Not `autofocus`: it would come to the button before or after this, and say so in vain.
  if (button.dataset.print === 'first') button.focus()
  button.addEventListener('click', () => print())
}
