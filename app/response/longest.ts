/** Characters that a typed field may have: as many as its column holds, or fewer. */
export const LONGEST = {
  answer_marks: { quote: 500, remark: 500 },
}
