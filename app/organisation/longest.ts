/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  authorities: { name: 120, district: 60, address: 300, phone: 30, hours: 120 },
  officers: { login: 60, name: 120 },
}
