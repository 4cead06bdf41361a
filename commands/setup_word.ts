import { OfficeCommand, Unusable } from './_office_command.js'

/** Opens the page for setting up a new installation: `node ace setup:word`. */
export default class SetupWordCommand extends OfficeCommand {
  static commandName = 'setup:word'
  static description = 'Tell a one-time word that opens the page for setting up this installation'
  static help = ['It opens /kurulum for one hour and five tries; a new one ends the one before.']

  async work() {
    const { authorities, SetupWord } = await import('#organisation')
    const { Petition } = await import('#intake')
    const isSetUp = (await authorities()).length > 0 || (await Petition.query().first()) !== null
    if (isSetUp) {
      throw new Unusable('This installation is set up already: it has an authority, or petitions.')
    }
    const word = await SetupWord.issue()
    // Neither by the logger of the command nor by the application's: it belongs into no log.
    process.stdout.write(`${word}\n`)
    process.stdout.write('Open /kurulum within an hour and type it there.\n')
  }
}
