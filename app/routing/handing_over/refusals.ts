import { Refusal } from '#shared/typed/problems'

/** No authority was chosen, or one that has no part in this tree. */
export class AuthorityMissing extends Refusal {
  constructor() {
    super({ field: 'authority', rule: 'required' })
  }
}

/** It had the petition before: there it is given back, or the governorate decides. */
export class HadItBefore extends Refusal {
  constructor() {
    super({ field: 'authority', rule: 'before' })
  }
}

/** It was set up a moment ago, and has no bureau yet at whose desk a petition could wait. */
export class NotAtWork extends Refusal {
  constructor() {
    super({ field: 'authority', rule: 'notAtWork' })
  }
}

/** Authorities gave it back twice: this one has it for good. */
export class LastAuthority extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'lastAuthority' })
  }
}
