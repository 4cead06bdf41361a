// Asks for the questions of a subject as it is chosen. Without this file the form asks them when it is
// sent, with everything typed still in it.
;(() => {
  const place = document.querySelector('[data-questions]')
  const subject = document.getElementById('subject')
  if (!place || !subject) return
  const codes = place.dataset.subjects.split(' ')
  const said = place.querySelector('[role="status"]')
  let last = 0

  subject.addEventListener('change', ask)
  // Whoever comes back finds the subject chosen, and its questions gone.
  if (codes.includes(subject.value) && !document.getElementById('questions')) ask()

  async function ask() {
    const before = document.getElementById('questions')
    if (!before && !codes.includes(subject.value)) return
    const turn = ++last
    const body = new URLSearchParams({ subject: subject.value })
    for (const [name, value] of new FormData(subject.form)) {
      if (name === '_csrf' || name.startsWith('question-')) body.set(name, value)
    }
    try {
      const answer = await fetch(place.dataset.questions, { method: 'POST', body })
      if (answer.ok && turn === last) show(await answer.text())
    } catch {
      // The line is gone: the form asks when it is sent.
    }
  }

  function show(page) {
    const found = new DOMParser().parseFromString(page, 'text/html').getElementById('questions')
    const before = document.getElementById('questions')
    if (before) before.remove()
    if (found) place.append(found)
    said.textContent = found ? found.dataset.told : ''
  }
})()
