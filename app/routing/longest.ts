/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  forwardings: { document_number: 60 },
}
