/** The place that this page is or lies below: /masa/yeni is one of its own, not part of /masa. */
export function placeAt<P extends { href: string }>(url: string, places: P[]) {
  return places
    .filter(({ href }) => url === href || url.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0]
}
