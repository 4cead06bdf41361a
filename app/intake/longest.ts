/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  petitions: { place: 200 },
  petitioners: { name: 120, address: 500 },
}
