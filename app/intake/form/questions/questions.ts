import type { Catalogue, SubjectQuestion } from '#organisation'
import type { Typed } from '#shared/typed/typed'

const NAME = /^question-\d+$/

/** What a form asks besides, once it is known what it is about. */
export class Questions {
  /** The field in which a form keeps of which subject it has shown the questions. */
  static readonly FIELD = 'asked'

  static of(typed: Typed, catalogue: Catalogue, locale: string, door: 'web' | 'desk') {
    const subject = catalogue.subjectByCode(typed.text('subject'))
    const questions = catalogue.questionsOf(subject)
    const asked = questions.length > 0 ? subject!.code : ''
    return new Questions(typed, questions, asked, locale, door)
  }

  private constructor(
    private readonly typed: Typed,
    private readonly questions: readonly SubjectQuestion[],
    /** of which subject they are; '' where nothing is asked */
    readonly asked: string,
    private readonly locale: string,
    private readonly door: 'web' | 'desk'
  ) {}

  get any() {
    return this.questions.length > 0
  }

  /** Whether there are some that this form has not shown yet. */
  get ask() {
    return this.any && this.typed.text(Questions.FIELD) !== this.asked
  }

  /** As a page asks them. */
  get list() {
    const { locale, door } = this
    return this.questions.map((question) => ({
      name: question.inputName,
      label: question.labelIn(locale),
      help: question.helpIn(locale),
      field: question.field,
      choices: question.choicesIn(locale),
      // At the desk everything may stay unknown, and nothing says so.
      isOptional: door === 'web' && !question.isRequiredAt('web'),
    }))
  }

  /** What was answered to another subject's: whoever chooses that one again finds it. */
  get others() {
    const names = this.questions.map(({ inputName }) => inputName)
    return this.typed.carried.filter(({ name }) => NAME.test(name) && !names.includes(name))
  }
}
