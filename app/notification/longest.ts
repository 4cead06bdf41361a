/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  message_templates: { subject: 200 },
  posted_letters: { tracking: 40, address: 500 },
}
