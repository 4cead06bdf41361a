// What the form without a line asks besides: the questions of its subject, and whom a complaint is about.

/** Follows what is chosen on the form; the page carries everything that it may have to ask. */
export function askBesides(page, form) {
  const place = page.querySelector('[data-asked]')
  const about = page.querySelector('[data-complained]')
  const complained = ['complained', 'complainedName'].map((name) => form.elements.namedItem(name))
  const subject = form.elements.namedItem('subject')
  /** By subject, with what was typed: whoever chooses it again finds it. */
  const asked = new Map()
  let shown = ''

  function follow() {
    const isComplaint = new FormData(form).get('kind') === 'complaint'
    about.hidden = !isComplaint
    for (const field of complained) field.disabled = !isComplaint
    if (subject.value === shown) return
    shown = subject.value
    if (!asked.has(shown)) asked.set(shown, asksOf(shown))
    place.replaceChildren(...asked.get(shown))
  }

  function asksOf(code) {
    const all = [...page.querySelectorAll('template[data-asks]')]
    const template = all.find(({ dataset }) => dataset.asks === code)
    return template ? [...template.content.cloneNode(true).children] : []
  }

  form.addEventListener('change', follow)
  // The form is empty only after this: the next one begins without the answers of the last.
  form.addEventListener('reset', () =>
    queueMicrotask(() => {
      asked.clear()
      place.replaceChildren()
      shown = ''
      follow()
    })
  )
  follow()
}
