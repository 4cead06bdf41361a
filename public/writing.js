// Says while somebody writes whom to call now, and leaves a page without a trace. Every page works
// without this file: the form says the same before it sends, and the way out is a link.
;(() => {
  // Whoever looks over somebody's shoulder finds neither the page nor a way back to it.
  document.addEventListener('click', (event) => {
    const exit = event.target.closest('[data-exit]')
    if (!exit) return
    event.preventDefault()
    for (const form of document.forms) form.reset()
    document.body.hidden = true
    location.replace(exit.href)
  })

  const said = document.querySelector('[data-warnings]')
  const text = document.getElementById('text')
  if (!said || !text) return
  const PAUSE = 1500
  let wait
  let asked = ''

  const subject = document.getElementById('subject')
  text.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(ask, PAUSE)
  })
  if (subject) subject.addEventListener('change', ask)

  async function ask() {
    const words = text.value.trim()
    const chosen = subject ? subject.value : ''
    if (asked === chosen + words || (words.length < 8 && !chosen && !asked)) return
    asked = chosen + words
    try {
      const body = new URLSearchParams({ text: words, subject: chosen })
      const csrf = text.form.elements.namedItem('_csrf')
      if (csrf) body.set('_csrf', csrf.value)
      const answer = await fetch(said.dataset.warnings, { method: 'POST', body })
      if (answer.ok) show(await answer.text())
    } catch {
      // The line is gone: the form says it before it sends.
      asked = ''
    }
  }

  function show(page) {
    const found = new DOMParser().parseFromString(page, 'text/html').getElementById('warnings')
    const before = document.getElementById('warnings')
    const names = found ? found.dataset.names : ''
    if ((before ? before.dataset.names : '') === names) return
    if (before) before.remove()
    said.replaceChildren(...(found ? [found] : []))
    const read = text.form.elements.namedItem('warned')
    read.value = [...new Set([...read.value.split(' '), ...names.split(' ')])].join(' ').trim()
  }
})()
