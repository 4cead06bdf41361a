// The token of the form that stands in this tab. It is kept with the tab, so that a copy of the tab,
// with the same words in it, sends the same form and not a second one.
const NAME = 'kesinti-form'
let ofPage = null

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
