/** What one person is told of a day: how many petitions, and nothing of any. */
export interface Numbers {
  soon: number
  today: number
  late: number
  climbed: number
  news: number
  /** what their unit is asked and has not answered */
  asked: number
  /** objections that they have to decide, and those whose day has passed */
  objections: number
  lateObjections: number
  /** directives that wait for their answer, and those past their day, also the ones that they gave */
  directives: number
  lateDirectives: number
  /** what their unit promised for this day or before */
  promises: number
}

/** Somebody for whom nothing waits. */
export const NOTHING: Numbers = {
  ...{ soon: 0, today: 0, late: 0, climbed: 0, news: 0, asked: 0 },
  ...{ objections: 0, lateObjections: 0, directives: 0, lateDirectives: 0, promises: 0 },
}
