/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  appointments: { name: 120, about: 160 },
  kept_filters: { name: 40 },
  public_day_changes: { reason: 300 },
  public_days: { place: 160 },
  forwardings: { document_number: 60, signatory: 120, signatory_title: 120 },
  forwarding_dispatches: { reference: 120 },
  forwarding_answers: { document_number: 120 },
}
