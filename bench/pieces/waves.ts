import { apartIn, Core, likenessTo, rarest, waveTerms } from '#response'
import { measuredWaves } from '#tests/support/waves/made_wave'

/** So many members say what a wave says. */
const READ = 200

/** Of each made wave: which share of those with a need are pulled out, and which of the copies with them. */
export function pulledOut() {
  return measuredWaves().map(({ rumour, made }) => {
    const core = Core.of(made.slice(0, READ).map(({ text }) => text))
    const share = (hides: boolean, is: (text: string) => boolean) => {
      const some = made.filter(({ need }) => (need !== null) === hides)
      return some.filter(({ text }) => is(text)).length / some.length
    }
    const isApart = (text: string) => apartIn(text, core) !== null
    const isLike = (text: string) => likenessTo(core, text, rarest(waveTerms(text), new Map())) > 0
    return {
      name: rumour.name,
      apart: share(true, isApart),
      wrong: share(false, isApart),
      /** copies that are found to be of the wave once it is known what it says */
      alike: share(false, isLike),
    }
  })
}
