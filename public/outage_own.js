// Small things that a browser notes of what is written while the line is cut.
const NAME = 'kesinti-form'
let ofPage = null

/**
 * The token of the form that stands in this tab. It is kept with the tab, so that a copy of the tab, with
 * the same words in it, sends the same form and not a second one.
 */
export const Own = {
  get token() {
    try {
      return JSON.parse(sessionStorage.getItem(NAME)) || ofPage
    } catch {
      return ofPage
    }
  },
  set token(token) {
    ofPage = token
    try {
      if (token) sessionStorage.setItem(NAME, JSON.stringify(token))
      else sessionStorage.removeItem(NAME)
    } catch {
      // Forbidden: as long as the page.
    }
  },
}

/** How many forms wait, known without opening anything: for pages that only look whether there are any. */
export const Waiting = {
  get count() {
    try {
      return Number(localStorage.getItem('kesinti-bekleyen')) || 0
    } catch {
      return 0
    }
  },
  set count(count) {
    try {
      localStorage.setItem('kesinti-bekleyen', String(count))
    } catch {
      // Forbidden: the page itself sends when it is opened.
    }
  },
}

