// Keeps the board on the wall fresh, and says each new call twice. Without this file the page loads
// itself anew.
;(() => {
  const EVERY = 3000
  const button = document.getElementById('sound')
  const sound = new AudioContext()
  let gong = null
  let known = callsOf(board())

  const ready = fetch('/gong.wav')
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => sound.decodeAudioData(bytes))
    .then((decoded) => (gong = decoded))
    .catch(() => {})
  // Browsers are silent until somebody presses something, unless they are told that they may speak.
  const offer = () => (button.hidden = sound.state === 'running')
  sound.addEventListener('statechange', offer)
  offer()
  button.addEventListener('click', () => sound.resume().then(() => ready.then(twice)))

  setTimeout(again, EVERY)

  async function again() {
    try {
      const headers = { 'HX-Request-Type': 'partial' }
      const answer = await fetch(board().dataset.from, { headers })
      if (!answer.ok) throw new Error(String(answer.status))
      show(await answer.text())
    } catch {
      const lost = document.getElementById('lost')
      lost.textContent = lost.dataset.lost
    }
    setTimeout(again, EVERY)
  }

  function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const fresh = page.getElementById('board')
    if (!fresh) throw new Error('no board')
    const calls = callsOf(fresh)
    board().replaceWith(document.adoptNode(fresh))
    const isNew = calls.some((call) => !known.includes(call))
    known = calls
    if (isNew) twice()
  }

  function twice() {
    document.body.dataset.said = String(1 + Number(document.body.dataset.said || 0))
    if (!gong) return
    for (const after of [0, gong.duration + 1]) {
      const one = sound.createBufferSource()
      one.buffer = gong
      one.connect(sound.destination)
      one.start(sound.currentTime + after)
    }
  }

  function board() {
    return document.getElementById('board')
  }

  function callsOf({ dataset }) {
    return dataset.calls.split(' ').filter(Boolean)
  }
})()
