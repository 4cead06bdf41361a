// Reads a part of the page aloud in the browser's own voice, for whoever cannot read it; the buttons show
// only where there is a voice in the language of the words. What is for one pair of eyes is not said.
;(() => {
  const speech = window.speechSynthesis
  if (!speech) return
  const buttons = [...document.querySelectorAll('[data-speak]')]
  const said = (button) => document.getElementById(button.dataset.speak)
  const voiceFor = (button) => {
    const language = said(button).lang || document.documentElement.lang
    return speech.getVoices().find(({ lang }) => lang.slice(0, 2).toLowerCase() === language)
  }

  const show = () => buttons.forEach((button) => (button.hidden = !voiceFor(button)))
  show()
  // Most browsers know their voices only a while later.
  speech.addEventListener?.('voiceschanged', show)

  // A part at a time: a long text ends in the middle in some browsers.
  function partsOf(element) {
    const words = element.cloneNode(true)
    for (const hidden of words.querySelectorAll('[data-unspoken], .no-print, svg')) hidden.remove()
    // A number is told, not counted.
    for (const one of words.querySelectorAll('[data-number]')) {
      one.textContent = [...one.dataset.number].join(' ')
    }
    const parts = [...words.querySelectorAll('h1, h2, p, dt, dd, li')]
    return parts
      .flatMap(({ textContent }) => textContent.split(/(?<=[.!?…])\s+|\n/))
      .map((part) => part.trim())
      .filter(Boolean)
  }

  let speaking = null
  function stop() {
    if (!speaking) return
    const { button, name } = speaking
    speaking = null
    speech.cancel()
    button.textContent = name
  }

  function begin(button) {
    const mine = { button, name: button.textContent }
    speaking = mine
    button.textContent = button.dataset.stop
    const voice = voiceFor(button)
    const parts = partsOf(said(button))
    parts.forEach((part, at) => {
      const one = new SpeechSynthesisUtterance(part)
      one.voice = voice
      one.lang = voice.lang
      one.rate = 0.9
      if (at === parts.length - 1) one.onend = () => speaking === mine && stop()
      speech.speak(one)
    })
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      const isMine = speaking?.button === button
      stop()
      if (!isMine) begin(button)
    })
  }
  addEventListener('pagehide', stop)
})()
