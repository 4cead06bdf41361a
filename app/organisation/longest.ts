/** Characters that a typed field may have: as many as its column holds. */
export const LONGEST = {
  units: { code: 20, name: 160, short_name: 60, competence: 500, phone: 30, email: 120 },
  headings: { name: 120, name_en: 120 },
  subjects: { code: 60, name: 160, name_en: 160, keywords: 2000, notice: 300 },
  subject_questions: {
    label: 160,
    label_en: 160,
    help: 300,
    help_en: 300,
    choices: 1000,
    choices_en: 1000,
  },
  holidays: { name: 120, basis: 160 },
  neighbourhoods: { name: 120 },
  routing_rules: { reason: 200 },
  imports: { file_name: 160 },
  officers: { login: 60, name: 120, phone: 30 },
  deadline_rules: { reason: 200, reason_en: 200, source: 200 },
  authorities: {
    name: 120,
    district: 60,
    address: 300,
    phone: 30,
    hours: 120,
    duty: 120,
    email: 120,
  },
}
