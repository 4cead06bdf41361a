/** Characters that a typed field may have: as many as its column holds, or fewer. */
export const LONGEST = {
  additions: { text: 3_000 },
  counters: { name: 12 },
  petitions: { place: 200 },
  representatives: { name: 120, proof_note: 300 },
  petitioners: { name: 120, address: 500 },
}
